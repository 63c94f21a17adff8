/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import static dev.retort.migration.Definitions.check;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.foreignKey;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Definitions.primaryKey;
import static dev.retort.migration.Definitions.unique;
import static dev.retort.migration.Types.bigint;
import static dev.retort.migration.Types.bool;
import static dev.retort.migration.Types.character;
import static dev.retort.migration.Types.integer;
import static dev.retort.migration.Types.numeric;
import static dev.retort.migration.Types.time;
import static dev.retort.migration.Types.timestamp;
import static dev.retort.migration.Types.timestamptz;
import static dev.retort.migration.Types.type;
import static dev.retort.migration.Types.varchar;

import dev.retort.migration.Operations;
import dev.retort.migration.TableElement;
import dev.retort.operation.Operation;
import dev.retort.operation.value.Value;
import dev.retort.schema.part.ForeignKeyAction;
import dev.retort.schema.part.IndexElement;
import java.math.BigDecimal;
import java.util.List;

/** What the DSL says by every method and word that it has, as the operations that come of it. */
public final class DslCases {

    private DslCases() {}

    /** {@return the operations, all of which can be said in the DSL} */
    public static List<Operation> all() {
        RecordedOperations op = new RecordedOperations();
        tables(op);
        columns(op);
        constraints(op);
        indexes(op);
        others(op);
        return op.applied();
    }

    private static void tables(Operations op) {
        TableElement[] customer = {
            column("id", bigint()).notNull().identity(),
            column("email", varchar(320)).notNull().defaultTo("''::character varying"),
            column("balance", numeric(12, 2)).collate("\"C\"").comment("In euros"),
            column("born", timestamptz()).identityByDefault(),
            column("opens", time()).generatedVirtual("now()"),
            column("mood", type("public.mood")).generatedStored("'ok'"),
            primaryKey("id").named("customer_pkey"),
            unique("email", "born").named("uq_customer").deferred().comment("Once"),
            check("balance > 0::numeric").named("customer_balance_check").notValid(),
        };
        op.createTable("public.customer", customer);
        op.createTable("other.nothing");
        op.dropTable("public.customer", customer);
        op.dropTable("public.customer");
        op.renameTable("public.customer", "client");
        op.commentOnTable("public.customer", "Who \"buys\"");
    }

    private static void columns(Operations op) {
        op.addColumn("public.customer", column("active", bool()).notNull().defaultTo("true"));
        op.dropColumn("public.customer", "email");
        op.dropColumn("public.customer", column("code", character(2)));
        op.renameColumn("public.customer", "email", "address");
        op.alterColumnType("public.customer", "score", integer(), "score::integer");
        op.alterColumnType("public.customer", "seen", timestamp(), null);
        op.setNotNull("public.customer", "email");
        op.dropNotNull("public.customer", "email");
        op.setDefault("public.customer", "email", "'a\\b'");
        op.dropDefault("public.customer", "email");
    }

    private static void constraints(Operations op) {
        var key = foreignKey("customer_id")
                .references("public.customer", "id")
                .onUpdate(ForeignKeyAction.CASCADE)
                .onDelete(ForeignKeyAction.SET_NULL)
                .named("fk_orders_customer");
        op.addConstraint("public.orders", key.notValid().deferrable());
        op.addConstraint("public.orders", foreignKey("a", "b").references("public.pair"));
        op.dropConstraint("public.orders", "fk_orders_customer");
        op.dropConstraint("public.orders", key);
        op.validateConstraint("public.orders", "fk_orders_customer");
    }

    private static void indexes(Operations op) {
        var email = index("ix_customer_email").on("public.customer", "email");
        op.createIndex(email.unique().include("id", "name").where("active"));
        op.createIndex(index("ix_customer_tags").on("public.customer", "tags").using("gin"));
        op.createIndex(index("ix_lower")
                .on("public.customer", List.of(IndexElement.column("id"), IndexElement.expression("lower(email)"))));
        op.autocommit(alone -> alone.createIndex(email.concurrently()));
        op.dropIndex("public.ix_customer_email");
        op.dropIndex(email);
        op.autocommit(alone -> alone.dropIndex(email.concurrently()));
        op.autocommit(alone -> alone.dropIndexConcurrently("public.ix_customer_email"));
    }

    private static void others(Operations op) {
        op.bulkInsert(
                "public.currency",
                List.of("code", "digits", "rate", "used", "since"),
                List.of("EUR", 2, new BigDecimal("1.10"), true, new Value.Expression("now()")),
                List.of("JPY", 0, -1, false, new Value.Null()));
        op.createEnum("public.mood", "sad", "ok", "happy");
        op.renameEnumValue("public.mood", "ok", "fine");
        op.createSequence("public.invoice_number");
        op.createView("public.active_customer", " SELECT id\n   FROM customer\n  WHERE active;");
        op.dropView("public.active_customer");
        op.createSchema("billing");
        op.createExtension("pg_trgm");
        op.execute("UPDATE customer\nSET email = ''\n", "SELECT 1");
        op.execute("VACUUM");
        op.autocommit(alone -> alone.addEnumValue("public.mood", "elated"));
    }
}
