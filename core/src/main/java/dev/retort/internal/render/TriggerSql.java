/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.operation.TriggerOperation;
import dev.retort.operation.TriggerOperation.CreateTrigger;
import dev.retort.operation.TriggerOperation.DropTrigger;
import dev.retort.operation.TriggerOperation.SetFiring;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Trigger;
import dev.retort.schema.part.Trigger.Firing;
import java.util.ArrayList;
import java.util.List;

/** Writes operations on triggers. */
record TriggerSql(Dialect dialect) implements TriggerOperation.Visitor<List<String>> {

    @Override
    public List<String> createTrigger(CreateTrigger operation) {
        return create(operation.table(), operation.definition());
    }

    /** {@return the statements that make a trigger with its comment} */
    List<String> create(QualifiedName table, Trigger trigger) {
        if (trigger.isOfParent()) {
            return List.of(firing(table, trigger.name(), trigger.enabled()));
        }
        List<String> statements = new ArrayList<>();
        statements.add(trigger.definition().strip());
        if (trigger.enabled() != Firing.ORIGIN) {
            statements.add(firing(table, trigger.name(), trigger.enabled()));
        }
        ObjectKey key = ObjectKey.of(ObjectKind.TRIGGER, table, trigger.name());
        new ObjectText(dialect).addComment(statements, key, trigger.comment());
        return statements;
    }

    @Override
    public List<String> dropTrigger(DropTrigger operation) {
        return List.of("DROP TRIGGER " + (operation.ifExists() ? "IF EXISTS " : "") + dialect.quote(operation.name())
                + " ON " + dialect.name(operation.table()) + (operation.cascade() ? " CASCADE" : ""));
    }

    @Override
    public List<String> setFiring(SetFiring operation) {
        return List.of(firing(operation.table(), operation.name(), operation.to()));
    }

    private String firing(QualifiedName table, String trigger, Firing firing) {
        String words = switch (firing) {
            case ORIGIN -> "ENABLE TRIGGER ";
            case DISABLED -> "DISABLE TRIGGER ";
            case REPLICA -> "ENABLE REPLICA TRIGGER ";
            case ALWAYS -> "ENABLE ALWAYS TRIGGER ";
        };
        return "ALTER TABLE " + dialect.name(table) + " " + words + dialect.quote(trigger);
    }
}
