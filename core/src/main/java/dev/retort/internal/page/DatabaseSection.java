/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import dev.retort.internal.page.PageDatabase.PageRun;
import dev.retort.internal.page.PageLogEntry.PageFailure;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the part of the page on one database: its summary, its revisions and its log, readable without a script. */
final class DatabaseSection {

    /** A browser lays out the parts of the table that the window shows. */
    private static final int ROWS_OF_PART = 50;

    private final Html html;
    private final PageDatabase database;
    private final @Nullable PageLinks links;

    DatabaseSection(Html html, PageDatabase database, @Nullable PageLinks links) {
        this.html = html;
        this.database = database;
        this.links = links;
    }

    void write() {
        html.open("section", "data-database", database.name()).line();
        html.element("h2", database.name()).line();
        String level = database.summary().level().name().toLowerCase(Locale.ROOT);
        html.element("p", database.summary().text(), "class", "summary " + level, "role", "status")
                .line();
        if (database.run() != null) {
            run(database.run());
        }
        tools();
        revisions();
        if (!database.log().isEmpty()) {
            log();
        }
        html.close("section").line();
    }

    private void run(PageRun run) {
        html.open("dl", "class", "running");
        fact("Session", run.session());
        if (run.session() == null) {
            fact("Transaction open for", run.since());
        }
        if (run.statement() != null) {
            html.element("dt", "Statement")
                    .open("dd")
                    .element("pre", run.statement())
                    .close("dd");
        }
        fact("Phase", run.phase());
        fact("Blocked by", run.blockedBy());
        html.close("dl").line();
    }

    private void fact(String name, @Nullable String value) {
        if (value != null) {
            html.element("dt", name).element("dd", value);
        }
    }

    private void tools() {
        html.open("div", "class", "tools", "hidden", "");
        html.open("label").element("span", "Search revisions", "class", "vh");
        html.open("input", "type", "search", "placeholder", "Search: id, message, label, state")
                .close("label");
        html.element("span", "", "class", "found quiet", "role", "status");
        if (links != null && links.mayOperate()) {
            PageLinks.OPERATIONS.forEach(each -> html.element(
                    "button",
                    each.button(),
                    "type",
                    "button",
                    "data-operation",
                    each.name(),
                    "data-target",
                    each.target()));
        }
        html.close("div").line();
    }

    private void revisions() {
        boolean isRecorded = database.revisions().stream().anyMatch(each -> each.appliedOn() != null);
        html.open("div", "class", "graph")
                .open("table", "class", isRecorded ? "revisions" : "revisions bare")
                .line();
        html.element("caption", "Revisions of " + database.name() + ", newest first", "class", "vh");
        html.open("thead")
                .open("tr")
                .element("th", "Revision")
                .element("th", "Message")
                .element("th", "State");
        html.element("th", "Applied (UTC)").element("th", "Took");
        html.element("th", "By").close("tr").close("thead");
        for (int from = 0; from < database.revisions().size(); from += ROWS_OF_PART) {
            html.open("tbody").line();
            int to = Math.min(from + ROWS_OF_PART, database.revisions().size());
            database.revisions().subList(from, to).forEach(this::revision);
            html.close("tbody");
        }
        html.close("table").close("div").line();
    }

    /** End tags that HTML lets be left out are left out, and cells are known by their place: a thousand revisions make up most of the page. */
    private void revision(PageRevision each) {
        html.open(
                "tr",
                "class",
                each.state(),
                "data-p",
                joined(each.parents()),
                "data-d",
                joined(each.dependencies()),
                "data-h",
                each.head() ? "" : null);
        html.open("td");
        if (links == null) {
            html.element("span", each.id(), "tabindex", "0");
        } else {
            html.element("a", each.id(), "href", links.endpoint() + "/" + each.id());
        }
        html.open("td");
        each.labels().forEach(label -> html.element("span", label, "class", "label"));
        if (!each.replaces().isEmpty()) {
            html.element(
                    "span", "squashed", "class", "label", "title", "Replaces " + String.join(", ", each.replaces()));
        }
        html.text(each.message());
        cell(each.state().equals("script") ? "" : each.state());
        cell(PageText.time(each.appliedOn()));
        cell(PageText.duration(each.took()));
        cell(each.by());
        html.line();
    }

    private static @Nullable String joined(List<String> ids) {
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    private void cell(@Nullable String text) {
        html.open("td").text(text);
    }

    private void log() {
        html.element("h3", "Log").open("div", "class", "logs").open("table", "class", "log");
        html.element("caption", "Log of " + database.name() + ", newest first", "class", "vh");
        html.open("thead").open("tr").element("th", "Started (UTC)").element("th", "Operation");
        html.element("th", "Revision")
                .element("th", "Outcome")
                .element("th", "Took")
                .element("th", "By");
        html.close("tr").close("thead").open("tbody").line();
        database.log().forEach(this::entry);
        html.close("tbody").close("table").close("div").line();
        if (links != null && database.log().size() > 1) {
            long oldest = database.log().get(database.log().size() - 1).id();
            html.element("a", "Older rows", "class", "quiet", "href", links.endpoint() + "?before=" + oldest)
                    .line();
        }
    }

    private void entry(PageLogEntry each) {
        html.open("tr", "class", each.outcome().equals("succeeded") ? null : each.outcome());
        html.open("td").text(PageText.time(each.startedAt())).open("td").text(each.kind());
        html.open("td")
                .element("code", Objects.requireNonNullElse(each.revision(), ""))
                .text(" " + each.message());
        if (each.reason() != null) {
            html.element("div", each.reason(), "class", "quiet");
        }
        if (each.failure() != null) {
            failure(each.failure());
        }
        cell(each.outcome());
        cell(PageText.duration(each.took()));
        cell(each.by());
        html.line();
    }

    private void failure(PageFailure failure) {
        html.open("p", "class", "failure");
        html.text(failure.sqlState() == null ? "Failed" : "SQLSTATE " + failure.sqlState());
        html.text(failure.place() == null ? "" : " at " + failure.place());
        html.text(failure.text() == null ? "" : "\n" + failure.text());
        html.text(failure.blockedBy() == null ? "" : "\nBlocked by " + failure.blockedBy());
        html.close("p");
    }
}
