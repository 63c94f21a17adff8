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

  function path(line, x, y, columns) {
    const last = line.to - 1;
    const lane = x(line.lane);
    let d = "M" + x(columns[line.from]) + " " + y[line.from];
    if (last > line.from) {
      d += curve(x(columns[line.from]), y[line.from], lane, y[line.from + 1]) + "V" + y[last];
      return d + curve(lane, y[last], x(columns[line.to]), y[line.to]);
    }
    return d + curve(x(columns[line.from]), y[line.from], x(columns[line.to]), y[line.to]);
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

  function lines(planned, rows, y) {
    const drawn = ["", " pending"].map((kind) => {
      const some = planned.lines.filter((line) => (rows[line.from].state === "pending") === (kind !== ""));
      return element("path", {
        class: "line" + kind,
        d: some.map((line) => path(line, planned.x, y, planned.columns)).join(""),
      });
    });
    const side = planned.pixels - 2;
    const d = planned.dependencies.map((one) => {
      const from = [planned.x(planned.columns[one.from]), y[one.from]];
      const to = [planned.x(planned.columns[one.to]), y[one.to]];
      return "M" + from.join(" ") + "C" + [side, from[1], side, to[1], to[0], to[1]].join(" ");
    });
    drawn.push(element("path", { class: "line dependency", d: d.join("") }));
    return drawn;
  }

  /* Draws what was planned into an svg element. Rows have y (their middle), state and head besides what layout needs. */
  function draw(svg, planned, rows) {
    const y = rows.map((row) => row.y);
    const drawn = planned.withLines ? lines(planned, rows, y) : [];
    rows.forEach((row, i) => drawn.push(mark(row.state, planned.x(planned.columns[i]), row.y, row.head)));
    svg.setAttribute("width", planned.pixels);
    svg.replaceChildren(...drawn);
  }

  root.retortGraph = { layout: layout, plan: plan, draw: draw };
})(globalThis);
