/* SPDX-License-Identifier: Apache-2.0 */
/* Draws the lanes of a revision graph beside the rows of a table. */
(function (root) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const PAD = 12;
  const WIDEST = 300;

  function free(lanes, from) {
    for (let lane = from; lane < lanes.length; lane++) {
      if (lanes[lane] === null) {
        return lane;
      }
    }
    lanes.push(null);
    return lanes.length - 1;
  }

  /*
   * Gives each row a column, and each line the lane in which it leads to a parent. Rows have id, parents and dependencies,
   * children before their parents; a parent that is no row is left out.
   */
  function layout(rows) {
    const index = new Map(rows.map((row, i) => [row.id, i]));
    const lanes = [];
    const columns = [];
    const lines = [];
    const dependencies = [];
    rows.forEach((row, i) => {
      let column = lanes.indexOf(row.id);
      column = column < 0 ? free(lanes, 0) : column;
      lanes.forEach((leadsTo, lane) => {
        if (leadsTo === row.id) {
          lanes[lane] = null;
        }
      });
      columns.push(column);
      row.parents.filter((parent) => index.get(parent) > i).forEach((parent) => {
        let lane = lanes.indexOf(parent);
        if (lane < 0) {
          lane = lanes[column] === null ? column : free(lanes, column + 1);
          lanes[lane] = parent;
        }
        lines.push({ from: i, to: index.get(parent), lane: lane });
      });
      row.dependencies.filter((one) => index.has(one)).forEach((one) => {
        dependencies.push({ from: i, to: index.get(one) });
      });
    });
    return { columns: columns, lines: lines, dependencies: dependencies, width: Math.max(1, lanes.length) };
  }

  function element(name, attributes) {
    const made = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach((key) => made.setAttribute(key, attributes[key]));
    return made;
  }

  function curve(x1, y1, x2, y2) {
    const middle = (y1 + y2) / 2;
    return x1 === x2 ? "V" + y2 : "C" + [x1, middle, x2, middle, x2, y2].join(" ");
  }

  /*
   * The path of a line within a part of the rows. Where the line leaves the part, it reaches the lane of the next row at the
   * edge, so that the next part continues without knowing this one.
   */
  function path(line, x, y, columns, part) {
    const at = (row) => x(row === line.from || row === line.to ? columns[row] : line.lane);
    const turns = [line.from, line.from + 1, line.to - 1, line.to];
    const points = turns
      .filter((row, i) => row >= part.from && row < part.to && turns.indexOf(row) === i)
      .map((row) => [at(row), y[row]]);
    if (line.from < part.from) {
      points.unshift([at(part.from), 0]);
    }
    if (line.to >= part.to) {
      points.push([at(part.to), part.height]);
    }
    return "M" + points[0].join(" ")
      + points.slice(1).map((point, i) => curve(...points[i], ...point)).join("");
  }

  function crosses(line, part) {
    return line.from < part.to && line.to >= part.from;
  }

  /* The path of a dependency, which leads along the side. */
  function aside(line, x, y, columns, part, side) {
    const from = line.from < part.from ? [side, 0] : [x(columns[line.from]), y[line.from]];
    const to = line.to >= part.to ? [side, part.height] : [x(columns[line.to]), y[line.to]];
    return "M" + from.join(" ") + "C" + [side, from[1], side, to[1], to[0], to[1]].join(" ");
  }

  /* A shape for each state, so that color is not needed to tell them apart. */
  function mark(state, x, y, head) {
    const group = element("g", { class: "mark " + state, transform: "translate(" + x + " " + y + ")" });
    if (head) {
      group.append(element("circle", { class: "ring", r: 8 }));
    }
    const shapes = {
      changed: ["path", { d: "M0-6L6 0L0 6L-6 0Z" }],
      unknown: ["rect", { x: -4.5, y: -4.5, width: 9, height: 9 }],
      squashed: ["rect", { x: -4.5, y: -4.5, width: 9, height: 9 }],
      partial: ["path", { d: "M0-5A5 5 0 0 0 0 5ZM0-5A5 5 0 0 1 0 5" }],
    };
    const shape = shapes[state] || ["circle", { r: 4.5 }];
    group.append(element(shape[0], shape[1]));
    return group;
  }

  /*
   * Plans the drawing of rows, whose width is known before they are measured. Without lines, as for the rows that a search
   * found, only the marks are drawn.
   */
  function plan(rows, withLines) {
    const planned = layout(rows);
    const step = planned.width < 2 ? 0 : Math.min(18, (WIDEST - 2 * PAD) / (planned.width - 1));
    planned.withLines = withLines;
    planned.x = (lane) => (withLines ? PAD + Math.round(lane * step * 10) / 10 : PAD);
    planned.pixels = 2 * PAD + (withLines ? (planned.width - 1) * step : 0);
    return planned;
  }

  function lines(planned, rows, y, part) {
    const crossing = planned.lines.filter((line) => crosses(line, part));
    const drawn = ["", " pending"].map((kind) => {
      const some = crossing.filter((line) => (rows[line.from].state === "pending") === (kind !== ""));
      return element("path", {
        class: "line" + kind,
        d: some.map((line) => path(line, planned.x, y, planned.columns, part)).join(""),
      });
    });
    const d = planned.dependencies
      .filter((line) => crosses(line, part))
      .map((line) => aside(line, planned.x, y, planned.columns, part, planned.pixels - 2));
    drawn.push(element("path", { class: "line dependency", d: d.join("") }));
    return drawn;
  }

  /*
   * Draws what was planned, or a part of it, into an svg element: rows from and up to a number, and how high they are. These
   * rows have y (their middle), state and head besides what layout needs.
   */
  function draw(svg, planned, rows, only) {
    const part = only || { from: 0, to: rows.length, height: 0 };
    const drawn = planned.withLines ? lines(planned, rows, rows.map((row) => row.y), part) : [];
    rows.slice(part.from, part.to).forEach((row, i) =>
      drawn.push(mark(row.state, planned.x(planned.columns[part.from + i]), row.y, row.head)));
    svg.setAttribute("width", planned.pixels);
    svg.replaceChildren(...drawn);
  }

  root.retortGraph = { layout: layout, plan: plan, draw: draw };
})(globalThis);
