/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history.table;

import dev.retort.internal.sql.Identifiers;
import dev.retort.settings.TableNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Retort's tables in the schema where they are, or will be; always addressed with it.
 *
 * @param schema the name of the schema
 * @param names the names of the tables
 * @param scriptsSchema the schema in which scripts work, whose revisions they record; {@code null} when it is not known
 */
public record Tables(
        String schema, TableNames names, @Nullable String scriptsSchema) {

    /** {@return the version table, quoted and with its schema} */
    public String version() {
        return quote(names.version());
    }

    public String history() {
        return quote(names.history());
    }

    public String script() {
        return quote(names.script());
    }

    public String progress() {
        return quote(names.progress());
    }

    /** {@return all of them, quoted and with their schema} */
    public List<String> all() {
        return names.all().stream().map(this::quote).toList();
    }

    /** {@return what checks them before they are used} */
    public TableGuard guard() {
        return new TableGuard(names.trustedOwners());
    }

    /** {@return the statement with {@code {version}}, {@code {history}}, {@code {script}} and {@code {progress}} replaced} */
    public String in(String sql) {
        return replace(sql, names, prefix());
    }

    /** {@return the statement with the names as the session's search_path finds them} */
    public static String unqualified(String sql, TableNames names) {
        return replace(sql, names, "");
    }

    private String quote(String name) {
        return prefix() + Identifiers.quote(name);
    }

    private String prefix() {
        return Identifiers.quote(schema) + ".";
    }

    private static String replace(String sql, TableNames names, String prefix) {
        return sql.replace("{version}", prefix + Identifiers.quote(names.version()))
                .replace("{history}", prefix + Identifiers.quote(names.history()))
                .replace("{script}", prefix + Identifiers.quote(names.script()))
                .replace("{progress}", prefix + Identifiers.quote(names.progress()));
    }
}
