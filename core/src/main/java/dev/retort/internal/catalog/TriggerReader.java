/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogRow;
import dev.retort.internal.catalog.query.ObjectAddress;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Policy;
import dev.retort.schema.part.Trigger;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Reads what fires or filters on relations: triggers and row-level-security policies. */
final class TriggerReader {

    private final Found found;

    TriggerReader(Found found) {
        this.found = found;
    }

    /** Reads the triggers of these relations. */
    ByOwner<Trigger> triggers(List<String> relations) throws SQLException {
        ByOwner<Trigger> triggers = new ByOwner<>();
        found.session()
                .query(
                        "triggers",
                        row -> {
                            triggers.add(row.number("relation"), trigger(row));
                            return true;
                        },
                        relations);
        return triggers;
    }

    private Trigger trigger(CatalogRow row) throws SQLException {
        String definition = row.textOrNull("definition");
        if (definition == null) {
            return Trigger.ofParent(row.text("name"), firing(row.code("enabled")));
        }
        ObjectAddress address = name(row, "pg_trigger", ObjectKind.TRIGGER);
        return new Trigger(
                row.text("name"),
                definition,
                firing(row.code("enabled")),
                found.annotations().comment(address));
    }

    private static Trigger.Firing firing(char code) {
        return switch (code) {
            case 'O' -> Trigger.Firing.ORIGIN;
            case 'D' -> Trigger.Firing.DISABLED;
            case 'R' -> Trigger.Firing.REPLICA;
            case 'A' -> Trigger.Firing.ALWAYS;
            default -> throw new IllegalStateException("Unknown state of a trigger: " + code);
        };
    }

    /** Reads the policies of these relations. */
    ByOwner<Policy> policies(List<String> relations) throws SQLException {
        ByOwner<Policy> policies = new ByOwner<>();
        found.session()
                .query(
                        "policies",
                        row -> {
                            policies.add(row.number("relation"), policy(row));
                            return true;
                        },
                        relations);
        return policies;
    }

    private Policy policy(CatalogRow row) throws SQLException {
        ObjectAddress address = name(row, "pg_policy", ObjectKind.POLICY);
        return new Policy(
                row.text("name"),
                row.flag("permissive"),
                row.text("command"),
                row.texts("roles"),
                row.expressionOrNull("using_expression"),
                row.expressionOrNull("check_expression"),
                found.annotations().comment(address));
    }

    private ObjectAddress name(CatalogRow row, String catalog, ObjectKind kind) throws SQLException {
        ObjectAddress address = ObjectAddress.of(catalog, row.number("oid"));
        ObjectKey relation = Objects.requireNonNull(found.names().find(ObjectAddress.relation(row.number("relation"))));
        found.names().add(address, ObjectKey.of(kind, relation.name(), row.text("name")));
        return address;
    }
}
