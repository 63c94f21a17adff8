/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.script;

import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.script.TableAction.Pass;
import dev.retort.operation.ObjectOperation.CommentOn;
import dev.retort.operation.ObjectOperation.GrantPrivileges;
import dev.retort.operation.ObjectOperation.RevokePrivileges;
import dev.retort.operation.Operation;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adjacent changes of one table, or a single step of another kind.
 *
 * @param statements the statements of the table, each with what follows it
 * @param others the steps with separate statements; comments and privileges of the table come behind it
 * @param length how many steps these are
 */
record ActionRun(List<Statement> statements, List<RenderedOperation> others, int length) {

    /**
     * A statement and those behind it.
     *
     * @param notes the notes above it
     * @param lines the statements without semicolons
     */
    record Statement(List<String> notes, List<String> lines) {}

    /** {@return the longest run at the beginning of some steps} */
    static ActionRun of(SqlRenderer renderer, List<RenderedOperation> steps) {
        TableActions tableActions = new TableActions(renderer.dialect());
        Collected collected = new Collected();
        for (RenderedOperation step : steps) {
            TableAction action = tableActions.of(step, renderer::render);
            if (!collected.takes(step, action)) {
                break;
            }
        }
        if (collected.statements.isEmpty()) {
            return new ActionRun(List.of(), List.of(steps.get(0)), 1);
        }
        List<Statement> statements = collected.statements.stream()
                .map(actions -> statement(renderer.dialect().name(actions.get(0).table()), actions))
                .toList();
        return new ActionRun(statements, collected.others, collected.length);
    }

    private static Statement statement(String table, List<TableAction> actions) {
        List<String> lines = new ArrayList<>();
        TableAction first = actions.get(0);
        if (actions.size() == 1) {
            lines.add("ALTER TABLE " + table + " " + first.text());
        } else {
            lines.add(actions.stream()
                    .map(action -> SqlScriptWriter.comments(action.notes(), "    ") + "    " + action.text())
                    .collect(Collectors.joining(",\n", "ALTER TABLE " + table + "\n", "")));
        }
        actions.forEach(action -> lines.addAll(action.after()));
        return new Statement(actions.size() == 1 ? first.notes() : List.of(), lines);
    }

    /** The actions of a table while they are put into statements. */
    private static final class Collected {
        private final List<List<TableAction>> statements = new ArrayList<>();
        private final List<RenderedOperation> others = new ArrayList<>();
        private final Set<String> commented = new HashSet<>();
        private @Nullable QualifiedName table;
        private int length;

        /** {@return whether a step belongs to the run} */
        boolean takes(RenderedOperation step, @Nullable TableAction action) {
            if (action == null) {
                ObjectKey object = commented(step.operation());
                if (table == null || object == null || !object.name().equals(table)) {
                    return false;
                }
                others.add(step);
                commented.add(object.detail());
            } else {
                boolean another = table != null && !table.equals(action.table());
                boolean gone = action.pass() == Pass.DROP && !Collections.disjoint(commented, action.names());
                if (another || gone) {
                    return false;
                }
                table = action.table();
                put(action);
            }
            length++;
            return true;
        }

        /** An action goes into the earliest statement that it can go into without a change of what happens. */
        private void put(TableAction action) {
            List<TableAction> found = null;
            for (int i = statements.size() - 1; i >= 0; i--) {
                List<TableAction> actions = statements.get(i);
                if (actions.stream().allMatch(action::canFollow)) {
                    found = actions;
                }
                if (actions.stream().anyMatch(action::isRelated)) {
                    break;
                }
            }
            if (found == null) {
                found = new ArrayList<>();
                statements.add(found);
            }
            found.add(action);
        }

        /** {@return the table or the column that an operation comments on or grants privileges on} */
        private static @Nullable ObjectKey commented(Operation operation) {
            ObjectKey object = null;
            if (operation instanceof CommentOn comment) {
                object = comment.object();
            } else if (operation instanceof GrantPrivileges grant) {
                object = grant.object();
            } else if (operation instanceof RevokePrivileges revoke) {
                object = revoke.object();
            }
            boolean waits = object != null && (object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.COLUMN);
            return waits ? object : null;
        }
    }
}
