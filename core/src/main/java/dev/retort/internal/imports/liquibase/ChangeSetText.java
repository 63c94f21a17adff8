/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import dev.retort.internal.sql.Identifiers;
import java.util.List;

/** Writes the text of a revision from the statements of a change set. */
final class ChangeSetText {

    private ChangeSetText() {}

    /** {@return the statements, each ended; a last comment of a line does not hide the end} */
    static String of(List<String> statements) {
        StringBuilder text = new StringBuilder();
        for (String statement : statements) {
            String last = statement.substring(statement.lastIndexOf('\n') + 1);
            text.append(statement);
            if (!statement.endsWith(";")) {
                text.append(last.contains("--") ? "\n;" : ";");
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** {@return the statements, which run only where a condition holds, as Liquibase marks a change set as run} */
    static String where(String condition, List<String> statements) {
        StringBuilder text =
                new StringBuilder("DO $precondition$ BEGIN\n    IF NOT " + condition + " THEN RETURN; END IF;\n");
        for (String statement : statements) {
            String tag = tag(statement);
            text.append("    EXECUTE ")
                    .append(tag)
                    .append('\n')
                    .append(statement)
                    .append('\n')
                    .append(tag)
                    .append(";\n");
        }
        return text.append("END $precondition$;\n").toString();
    }

    private static String tag(String statement) {
        String tag = "$statement$";
        for (int i = 1; statement.contains(tag); i++) {
            tag = "$statement" + i + "$";
        }
        return tag;
    }

    /** {@return the statements, after one that fails where a condition does not hold} */
    static String requiring(Precondition precondition, List<String> statements) {
        return "DO $precondition$ BEGIN\n    IF NOT " + precondition.condition()
                + " THEN\n        RAISE EXCEPTION USING MESSAGE = "
                + Identifiers.literal("The precondition does not hold: " + precondition.words())
                + ";\n    END IF;\nEND $precondition$;\n" + of(statements);
    }

    /** {@return a statement that fails until the developer has written the revision} */
    static String unwritten(ChangeSet changeSet, String id) {
        return "DO $java$ BEGIN RAISE EXCEPTION USING\n    MESSAGE = "
                + Identifiers.literal("Revision " + id + " replaces the change set " + changeSet.name() + ", whose "
                        + String.join(" and ", code(changeSet)) + " is not written yet.")
                + ",\n    HINT = 'Write what it does into this revision.';\nEND $java$;\n";
    }

    /** {@return the changes of a change set that Liquibase runs as code} */
    static List<String> code(ChangeSet changeSet) {
        return changeSet.unrendered().stream()
                .filter(kind -> !kind.equals("tagDatabase"))
                .distinct()
                .toList();
    }
}
