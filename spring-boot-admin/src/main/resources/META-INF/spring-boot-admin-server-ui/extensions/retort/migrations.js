/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shows the endpoint "migrations" of an instance in Spring Boot Admin. It only reads: a write through the proxy of Spring Boot
 * Admin would run as its technical user, and the audit would name that one.
 */
(function () {
  "use strict";

  function make(name, attributes, ...children) {
    const made = document.createElement(name);
    Object.keys(attributes).forEach((key) => made.setAttribute(key, attributes[key]));
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  /* A last column without values, such as users that may not be shown, is left out. */
  function table(heads, rows) {
    if (rows.every((one) => one.lastChild.textContent === "")) {
      heads = heads.slice(0, -1);
      rows.forEach((one) => one.lastChild.remove());
    }
    const head = make("tr", {}, ...heads.map((one) => make("th", {}, one)));
    return make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
  }

  function row(cells) {
    return make("tr", {}, ...cells.map((one) => make("td", {}, ...[].concat(one === null || one === undefined ? "" : one))));
  }

  function time(text) {
    return text ? text.replace("T", " ").replace(/\.\d+Z$|Z$/, "") : "";
  }

  function took(milliseconds) {
    return milliseconds === undefined || milliseconds === null ? "" : milliseconds + " ms";
  }

  function revisions(database) {
    const rows = database.revisions.map((one) =>
      row([one.revision, one.message, one.state, time(one.appliedOn), took(one.durationMs), one.principal || one.appliedBy]));
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const holder = make("div", { class: "graph" }, svg,
      table(["Revision", "Message", "State", "Applied (UTC)", "Took", "By"], rows));
    const graph = database.revisions.map((one) => ({
      id: one.revision, parents: one.downRevisions, dependencies: one.dependsOn, state: one.state, head: one.head,
    }));
    const plan = globalThis.retortGraph.plan(graph, true);
    holder.style.setProperty("--lanes", plan.pixels + "px");
    const draw = () => {
      const top = holder.getBoundingClientRect().top;
      const marks = graph.map((one, i) => {
        const box = rows[i].getBoundingClientRect();
        return Object.assign({ y: box.top - top + Math.min(box.height, 32) / 2 }, one);
      });
      svg.setAttribute("height", holder.clientHeight);
      globalThis.retortGraph.draw(svg, plan, marks);
    };
    new ResizeObserver(draw).observe(holder.querySelector("table"));
    return holder;
  }

  function failure(one) {
    if (!one.failure) {
      return null;
    }
    const place = one.failure.line ? " at " + (one.failure.file ? one.failure.file + ":" : "line ") + one.failure.line : "";
    return make("div", { class: "failure" }, "SQLSTATE " + (one.failure.sqlState || "none") + place + " "
      + (one.failure.message || ""));
  }

  function log(database) {
    return table(["Started (UTC)", "Operation", "Revision", "Outcome", "Took", "By"], database.log.map((one) =>
      row([time(one.startedAt), one.operation, [(one.revision || "") + " " + one.message, failure(one) || ""], one.outcome,
        took(one.durationMs), one.principal || one.appliedBy])));
  }

  function section(name, database) {
    return make("section", {},
      make("h2", {}, name),
      make("p", { class: "summary " + database.summary.level }, database.summary.text),
      revisions(database),
      make("h2", {}, "Log"),
      log(database));
  }

  function show(element, instance, answer) {
    const sections = [];
    Object.values(answer.contexts).forEach((context) =>
      Object.keys(context.databases).forEach((name) => sections.push(section(name, context.databases[name]))));
    const own = instance.registration.managementUrl + "/migrations";
    element.replaceChildren(
      make("section", {}, "Upgrade, downgrade and stamp are on ",
        make("a", { href: own, target: "_blank", rel: "noopener" }, "the page of the instance"), "."),
      ...sections);
  }

  const view = {
    props: { instance: { type: Object, required: true } },
    mounted() {
      this.load();
    },
    methods: {
      load() {
        this.instance.axios.get("actuator/migrations", { headers: { Accept: "application/json" } }).then(
          (response) => show(this.$el, this.instance, response.data),
          (problem) => this.$el.replaceChildren(make("p", { class: "failure" }, "The endpoint did not answer: " + problem.message)));
      },
    },
    render() {
      return Vue.h("div", { class: "retort" });
    },
  };

  SBA.use({
    install({ viewRegistry, i18n }) {
      viewRegistry.addView({
        name: "instances/migrations",
        parent: "instances",
        path: "migrations",
        component: view,
        label: "retort.migrations",
        group: "data",
        order: 950,
        isEnabled: ({ instance }) => instance.hasEndpoint("migrations"),
      });
      i18n.mergeLocaleMessage("en", { retort: { migrations: "Migrations" } });
      i18n.mergeLocaleMessage("fr", { retort: { migrations: "Migrations" } });
      i18n.mergeLocaleMessage("de", { retort: { migrations: "Migrationen" } });
    },
  });
})();
