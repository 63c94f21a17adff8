/* SPDX-License-Identifier: Apache-2.0 */
/* Adds to the page of the migrations what needs a script: the graph, the search, one revision at length, and operations. */
(function () {
  "use strict";

  const main = document.querySelector("main");
  const endpoint = main.dataset.endpoint;
  const scripts = JSON.parse((document.getElementById("scripts") || { textContent: "{}" }).textContent);
  const WHILE_RUNNING = 3000;
  const WIDEST = 24;
  const ROW = 31.35;
  let timer = 0;
  let graphs = [];

  function make(name, attributes, ...children) {
    const made = document.createElement(name);
    Object.keys(attributes).forEach((key) => made.setAttribute(key, attributes[key]));
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  function button(text, act, kind) {
    const made = make("button", kind ? { type: "button", class: kind } : { type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  }

  function words(text) {
    return text ? text.split(" ") : [];
  }

  /* The rows of a table of revisions, as they are written in the page. */
  function read(section) {
    return Array.from(section.querySelectorAll(".revisions tbody tr")).map((row) => ({
      row: row,
      id: cell(row, 0),
      parents: words(row.dataset.p),
      dependencies: words(row.dataset.d),
      state: row.className.split(" ")[0],
      head: row.hasAttribute("data-h"),
      text: row.textContent.toLowerCase(),
    }));
  }

  /*
   * The lanes beside the parts of a table. A part is laid out by the browser, and drawn, when it comes near to what the window
   * shows: of a thousand revisions a screen shows thirty.
   */
  function graphOf(section, rows) {
    const holder = section.querySelector(".graph");
    const parts = Array.from(holder.querySelectorAll("tbody"), (body) => {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("aria-hidden", "true");
      body.prepend(svg);
      return { body: body, svg: svg, from: 0, to: 0, height: 0, near: isNear(body), drawn: "" };
    });
    let shown = rows;
    let plan = null;

    function draw(part) {
      const box = part.body.getBoundingClientRect();
      shown.slice(part.from, part.to).forEach((row) => {
        const own = row.row.getBoundingClientRect();
        row.y = Math.round(own.top - box.top + Math.min(own.height, 32) / 2);
      });
      part.height = Math.ceil(box.height);
      part.drawn = size(part.body);
      part.svg.setAttribute("height", part.height);
      root().draw(part.svg, plan, shown, part);
    }

    function update() {
      shown = rows.filter((row) => !row.row.classList.contains("out"));
      const searching = shown.length < rows.length;
      plan = root().plan(shown, !searching);
      holder.style.setProperty("--lanes", plan.pixels + "px");
      let next = 0;
      parts.forEach((part) => {
        part.from = next;
        while (next < shown.length && shown[next].row.parentNode === part.body) {
          next++;
        }
        part.to = next;
        part.drawn = "";
        part.body.hidden = part.from === part.to;
        part.body.style.containIntrinsicHeight = (searching ? "" : "auto ") + (part.to - part.from) * ROW + "px";
      });
      parts.filter((part) => part.near).forEach(draw);
    }

    const part = (entry) => parts.find((one) => one.body === entry.target);
    const resized = new ResizeObserver((entries) => entries.map(part).forEach((one) =>
      one.near && !one.body.hidden && one.drawn !== size(one.body) && draw(one)));
    const approaching = new IntersectionObserver((entries) => entries.forEach((entry) => {
      const one = part(entry);
      one.near = entry.isIntersecting;
      if (one.near && one.drawn !== size(one.body)) {
        draw(one);
      }
    }), { rootMargin: "100% 0px" });
    update();
    parts.forEach((one) => {
      resized.observe(one.body);
      approaching.observe(one.body);
    });
    graphs.push(() => parts.forEach(draw));
    return update;
  }

  function isNear(body) {
    const box = body.getBoundingClientRect();
    return box.bottom > -innerHeight && box.top < 2 * innerHeight;
  }

  function size(body) {
    return body.clientWidth + "x" + body.clientHeight;
  }

  function root() {
    return globalThis.retortGraph;
  }

  function search(section, rows, text, update) {
    const wanted = text.trim().toLowerCase();
    let found = 0;
    rows.forEach((row) => {
      const matches = row.text.includes(wanted);
      found += matches ? 1 : 0;
      row.row.classList.toggle("out", !matches);
    });
    section.querySelector(".found").textContent = wanted ? found + " of " + rows.length + " revisions" : "";
    update();
  }

  function enhance(section) {
    const rows = read(section);
    const tools = section.querySelector(".tools");
    if (!tools) {
      return;
    }
    tools.hidden = false;
    const holder = section.querySelector(".graph");
    fit(holder, "--id", rows.map((row) => row.id));
    fit(holder, "--by", rows.map((row) => cell(row.row, 5)));
    const update = graphOf(section, rows);
    const input = tools.querySelector("input");
    input.addEventListener("input", () => search(section, rows, input.value, update));
    holder.addEventListener("click", (event) => {
      const row = event.target.closest("tbody tr");
      if (row && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        showRevision(section, row);
      }
    });
    holder.addEventListener("keydown", (event) => walk(event, rows));
    section.querySelectorAll("[data-operation]").forEach((one) =>
      one.addEventListener("click", () => operate(section, one.dataset.operation, one.dataset.target)));
  }

  /* Columns are as wide as their longest text, up to a limit beyond which it wraps: rows are laid out one by one. */
  function fit(holder, column, texts) {
    holder.style.setProperty(column, Math.min(WIDEST, Math.max(8, ...texts.map((text) => text.length))));
  }

  function walk(event, rows) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      const shown = rows.filter((row) => !row.row.classList.contains("out"));
      const at = shown.findIndex((row) => row.row.contains(document.activeElement));
      const next = shown[at + by];
      if (next) {
        event.preventDefault();
        next.row.querySelector("a, [tabindex]").focus();
      }
    }
  }

  /* A dialog that is removed when it closes. */
  function openDialog(title, ...children) {
    const heading = make("h2", { id: "dialog-title" }, title);
    const dialog = make("dialog", { "aria-labelledby": "dialog-title" }, heading, ...children);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
  }

  function facts(entries) {
    const list = make("dl", {});
    entries
      .filter((entry) => entry[1] !== null && entry[1] !== undefined && entry[1] !== "")
      .forEach((entry) => list.append(make("dt", {}, entry[0]), make("dd", {}, String(entry[1]))));
    return list;
  }

  function cell(row, number) {
    return row.cells[number].textContent;
  }

  function showRevision(section, row) {
    const id = cell(row, 0);
    const list = facts([
      ["Message", cell(row, 1)],
      ["State", cell(row, 2)],
      ["Follows", (row.dataset.p || "nothing: it is a base").replace(/ /g, ", ")],
      ["Depends on", (row.dataset.d || "").replace(/ /g, ", ")],
      ["Applied (UTC)", cell(row, 3)],
      ["Took", cell(row, 4)],
      ["By", cell(row, 5)],
    ]);
    const more = make("div", { role: "status" });
    const close = button("Close", () => dialog.close());
    const dialog = openDialog("Revision " + id, list, more, make("div", { class: "buttons" }, close));
    close.focus();
    if (Object.hasOwn(scripts, id)) {
      more.append(make("pre", { tabindex: "0" }, scripts[id]));
    } else if (endpoint) {
      ask("/" + encodeURIComponent(id) + "?database=" + encodeURIComponent(section.dataset.database)).then(
        (answer) => more.replaceChildren(...detail(answer)),
        (problem) => more.replaceChildren(make("p", { class: "problem" }, problem.message)));
    }
  }

  function detail(answer) {
    const list = facts([
      ["Created", answer.created],
      ["Downgrade", answer.reversible ? "has a downgrade" : "no downgrade: irreversible, or its script is not here"],
      ["Replaces", answer.replaces ? answer.replaces.join(", ") : ""],
      ["Checksum", answer.checksum],
    ]);
    const script = answer.sql
      ? make("pre", { tabindex: "0" }, answer.sql)
      : make("p", { class: "quiet" }, "The script is shown to those who may see SQL (retort.endpoint.show-sql).");
    return [list, findingList(answer.findings || [], false), script].filter((one) => one !== null);
  }

  /* What the build's lint found, or null for nothing. */
  function findingList(findings, withRevision) {
    const items = findings.map((finding) => make("li", {}, make("strong", {}, finding.severity), " ",
      make("code", {}, finding.rule), (withRevision ? " " + finding.revision : "") + ": " + finding.message));
    return items.length ? make("ul", { class: "findings", "aria-label": "Findings of lint" }, ...items) : null;
  }

  /* Sends a request to the endpoint; a refusal becomes an Error with what the endpoint says. */
  function ask(path, options) {
    const headers = Object.assign({ Accept: "application/json" }, (options || {}).headers);
    return fetch(address(endpoint + path), Object.assign({}, options, { headers: headers })).then((response) =>
      response.text().then((text) => {
        const answer = parsed(text);
        if (response.ok && answer) {
          return answer;
        }
        const why = answer && answer.message ? answer.message + " " + (answer.action || "") : "";
        throw new Error(why || "The server answered " + response.status + ". Sign in again, or look into its log.");
      }));
  }

  /* The address of the page may hold a name and a password, which fetch refuses. */
  function address(path) {
    return new URL(path, location.origin + location.pathname);
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch (e) {
      return null;
    }
  }

  /* The token against forged requests: from the cookie that single-page applications use, or from the page. */
  function csrf() {
    const cookie = document.cookie.split("; ").find((one) => one.startsWith("XSRF-TOKEN="));
    if (cookie) {
      return { "X-XSRF-TOKEN": decodeURIComponent(cookie.substring("XSRF-TOKEN=".length)) };
    }
    const meta = document.querySelector("meta[name=retort-csrf]");
    return meta ? { [meta.dataset.header]: meta.content } : {};
  }

  function run(section, operation, revision, dryRun) {
    const body = { revision: revision, dryRun: String(dryRun), database: section.dataset.database };
    return ask("/" + operation, {
      method: "POST",
      headers: Object.assign({ "Content-Type": "application/json" }, csrf()),
      body: JSON.stringify(body),
    });
  }

  function operate(section, operation, target) {
    const input = make("input", { value: target, "aria-label": "Target revision", autocomplete: "off" });
    const shown = make("div", { role: "status" });
    const plan = button("Show what it would do", () => {
      plan.disabled = true;
      run(section, operation, input.value.trim(), true)
        .then((answer) => shown.replaceChildren(...confirmation(section, operation, input.value.trim(), answer, shown)))
        .catch((problem) => shown.replaceChildren(make("p", { class: "problem" }, problem.message)))
        .finally(() => (plan.disabled = false));
    });
    const close = button("Close", () => dialog.close());
    const label = make("label", {}, "Target: a revision, a branch label, ", make("code", {}, "head"), " or ",
      make("code", {}, operation === "upgrade" ? "+1" : "-1"), input);
    input.addEventListener("input", () => shown.replaceChildren());
    input.addEventListener("keydown", (event) => event.key === "Enter" && plan.click());
    const dialog = openDialog(title(operation) + " " + section.dataset.database, label,
      make("div", { class: "buttons" }, plan, close), shown);
    dialog.addEventListener("close", refresh);
    input.focus();
  }

  function title(operation) {
    return operation[0].toUpperCase() + operation.substring(1);
  }

  function place(rows) {
    return rows.length ? rows.join(", ") : "base";
  }

  /* What a dry run would do, in words, and the button that does it. */
  function confirmation(section, operation, revision, answer, shown) {
    const database = section.dataset.database;
    const steps = answer.steps.map((step) => make("li", {}, make("code", {}, step.revision), " " + step.message));
    if (!steps.length && place(answer.before) === place(answer.after)) {
      return [make("p", {}, "Nothing to do: the database " + database + " is at " + place(answer.after) + ".")];
    }
    const verb = { upgrade: "applies", downgrade: "reverses", stamp: "runs nothing, and records" }[operation];
    const sentence = title(operation) + " of the database " + database + " " + verb + " "
      + (steps.length === 1 ? "1 revision" : steps.length + " revisions")
      + ". It goes from " + place(answer.before) + " to " + place(answer.after) + "."
      + (answer.held ? " Then it is held: starting services do not upgrade it." : "")
      + (answer.released ? " The hold of a downgrade ends." : "");
    const go = button(title(operation) + " " + database + " to " + place(answer.after), () => {
      go.disabled = true;
      run(section, operation, revision, false)
        .then((done) => shown.replaceChildren(make("p", { class: "done" },
          "Done: the database " + database + " is at " + place(done.after) + ".")))
        .catch((problem) => shown.replaceChildren(make("p", { class: "problem" }, problem.message)));
    }, "act");
    const sql = answer.sql && answer.sql.length ? make("pre", { tabindex: "0" }, answer.sql.join("\n")) : null;
    return [make("p", {}, sentence), make("ol", {}, ...steps),
      findingList(answer.findings, true), sql, make("div", { class: "buttons" }, go)]
      .filter((one) => one !== null);
  }

  /* Takes a new page from the server; what was typed into a search stays. */
  function refresh() {
    if (!endpoint || document.querySelector("dialog[open]")) {
      return Promise.resolve();
    }
    return fetch(address(location.search), { headers: { Accept: "text/html" } })
      .then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.status))))
      .then((text) => {
        const fresh = new DOMParser().parseFromString(text, "text/html");
        const typed = new Map(sections().map((one) => [one.dataset.database, value(one)]));
        main.replaceChildren(...fresh.querySelector("main").childNodes);
        document.title = fresh.title;
        graphs = [];
        sections().forEach((section) => {
          enhance(section);
          const input = section.querySelector(".tools input");
          if (input && typed.get(section.dataset.database)) {
            input.value = typed.get(section.dataset.database);
            input.dispatchEvent(new Event("input"));
          }
        });
        document.querySelector("footer .stale").hidden = true;
      })
      .catch(() => { document.querySelector("footer .stale").hidden = false; });
  }

  function value(section) {
    const input = section.querySelector(".tools input");
    return input ? input.value : "";
  }

  function sections() {
    return Array.from(main.querySelectorAll("section[data-database]"));
  }

  /* While a run is going on the page follows it. */
  function follow() {
    clearTimeout(timer);
    if (endpoint && main.querySelector(".running")) {
      timer = setTimeout(() => (document.hidden ? follow() : refresh().then(follow)), WHILE_RUNNING);
    }
  }

  sections().forEach(enhance);
  const again = document.querySelector("button.refresh");
  if (again) {
    again.hidden = false;
    again.addEventListener("click", refresh);
  }
  addEventListener("beforeprint", () => graphs.forEach((drawAll) => drawAll()));
  follow();
})();
