/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.script.Placeholders;
import dev.retort.script.RevisionScript;
import dev.retort.sql.SqlStatement;
import java.util.Map;

/**
 * Makes of a script's statement what goes to the server.
 *
 * @param placeholders the values of {@code ${name}}, for scripts that ask for them
 */
record StatementResolver(Map<String, String> placeholders) {

    SqlStatement resolve(RevisionScript script, SqlStatement statement) {
        return script.placeholders() ? Placeholders.replace(statement, script.source(), placeholders) : statement;
    }
}
