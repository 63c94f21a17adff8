/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the page. Its policy allows the page's own script and stylesheet and nothing else: no markup of a script, the
 * history or a request would run, should one get into it.
 */
public final class MigrationsPage {

    private final String title;
    private final List<PageDatabase> databases;

    /**
     * Creates a page.
     *
     * @param title what it is about: the application
     * @param databases what it shows
     */
    public MigrationsPage(String title, List<PageDatabase> databases) {
        this.title = title;
        this.databases = List.copyOf(databases);
    }

    /**
     * Writes a page for a server to send, which serves its assets too.
     *
     * @param links how the page reaches the endpoint
     */
    public String linked(PageLinks links) {
        Html html = new Html();
        head(
                html,
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
                        + " base-uri 'none'; form-action 'none'");
        html.open("link", "rel", "stylesheet", "href", asset(links, PageAsset.STYLE))
                .line();
        html.element("script", "", "src", asset(links, PageAsset.GRAPH), "defer", "");
        html.element("script", "", "src", asset(links, PageAsset.SCRIPT), "defer", "")
                .line();
        if (links.token() != null) {
            html.open(
                    "meta",
                    "name",
                    "retort-csrf",
                    "data-header",
                    links.token().header(),
                    "content",
                    links.token().value());
        }
        html.close("head").line();
        body(html, links);
        return html.close("body").close("html").line().toString();
    }

    private static String asset(PageLinks links, PageAsset asset) {
        return links.endpoint() + "/assets/" + asset.file();
    }

    /**
     * Writes a page that is one file and needs no server.
     *
     * @param scripts the texts of the revisions by id, as far as they are shown
     */
    public String standalone(Map<String, String> scripts) {
        String style = PageAsset.STYLE.content();
        String script = PageAsset.GRAPH.content() + PageAsset.SCRIPT.content();
        Html html = new Html();
        head(
                html,
                "default-src 'none'; script-src " + hash(script) + "; style-src " + hash(style)
                        + "; img-src data:; base-uri 'none'; form-action 'none'");
        html.open("style").raw(style).close("style").close("head").line();
        body(html, null);
        html.open("script", "type", "application/json", "id", "scripts")
                .raw(JsonTexts.of(scripts))
                .close("script");
        html.open("script").raw(script).close("script");
        return html.close("body").close("html").line().toString();
    }

    private void head(Html html, String policy) {
        html.raw("<!DOCTYPE html>")
                .line()
                .open("html", "lang", "en")
                .open("head")
                .line();
        html.open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy)
                .line();
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "referrer", "content", "same-origin");
        html.open("link", "rel", "icon", "href", "data:,").line();
        html.element("title", "Migrations of " + title).line();
    }

    private void body(Html html, @Nullable PageLinks links) {
        html.open("body").open("header").element("h1", "Migrations of " + title);
        html.element("button", "Refresh", "type", "button", "class", "refresh", "hidden", "");
        html.close("header").line();
        html.open("main", "data-endpoint", links == null ? null : links.endpoint())
                .line();
        databases.forEach(each -> new DatabaseSection(html, each, links).write());
        html.close("main").line();
        html.open("footer");
        html.element(
                "p", "The server did not answer: what is shown may be old.", "class", "stale problem", "hidden", "");
        html.element(
                "p",
                "Times are UTC. A line leads from a revision to the one that it follows; a dotted one to one"
                        + " that it depends on.");
        html.open("noscript")
                .element("p", "The graph, the search and the scripts of revisions need JavaScript.")
                .close("noscript")
                .close("footer")
                .line();
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
