/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.run.IrreversibleException;
import dev.retort.run.RunRequest;
import dev.retort.test.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every revision of the shop, up and down on a real server. */
class RevisionTests {

    private static final String IRREVERSIBLE = "e4f2982fd898";
    private static final String BEFORE_IRREVERSIBLE = "3b492bcded5c";
    private static final String MERGE = "ac88b1ab1700";
    private static final String HEAD = "784424bbf63e";

    private final TestDatabase database = TestDatabase.create();
    private final Retort retort = new Retort(
            RetortSettings.builder()
                    .javaPackages(List.of("dev.retort.demo.migrations"))
                    .placeholders(Map.of("shop_currency", "CHF"))
                    .build(),
            database.dataSource(),
            RevisionTests.class.getClassLoader(),
            List.of());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void leadToOneHead() {
        upgrade("head");

        assertThat(retort.status().current()).containsExactly(HEAD);
        assertThat(retort.status().upToDate()).isTrue();
    }

    @Test
    void goDownToTheIrreversibleOneAndUpAgain() {
        upgrade("head");
        String schema = schema();

        downgrade(IRREVERSIBLE);
        assertThat(retort.status().current()).containsExactly(IRREVERSIBLE);
        upgrade("head");

        assertThat(schema()).isEqualTo(schema);
    }

    @Test
    void goDownToNothingFromBelowTheIrreversibleOneAndUpAgain() {
        upgrade(BEFORE_IRREVERSIBLE);
        String schema = schema();

        downgrade("base");
        assertThat(database.query("SELECT relname FROM pg_class WHERE relname IN ('customers', 'products', 'orders')"))
                .isEmpty();
        upgrade(BEFORE_IRREVERSIBLE);

        assertThat(schema()).isEqualTo(schema);
    }

    @Test
    void refuseToGoDownPastTheIrreversibleOne() {
        upgrade("head");

        assertThatExceptionOfType(IrreversibleException.class)
                .isThrownBy(() -> downgrade(BEFORE_IRREVERSIBLE))
                .withMessageContaining("fax");
        assertThat(retort.status().current()).containsExactly(HEAD);
    }

    @Test
    void carryTheRowsThatAreThere() {
        upgrade(MERGE);
        database.execute(
                "INSERT INTO customers (name, email, created_at) VALUES ('Ada', 'ada@example.org', now())",
                """
                INSERT INTO orders (customer_id, status, placed_at, cancelled_at)
                VALUES (1, 'PLACED', now(), NULL), (1, 'CANCELLED', now(), now())""",
                """
                INSERT INTO order_lines (order_id, position, product_id, quantity, unit_price)
                SELECT 1, 1, id, 3, price FROM products WHERE sku = 'CLAMP-3'""",
                """
                INSERT INTO stock_movements (product_id, order_id, quantity, reason, occurred_at)
                SELECT id, 1, -3, 'SALE', now() FROM products WHERE sku = 'CLAMP-3'""");

        upgrade("head");

        assertThat(database.query("SELECT in_stock FROM products WHERE sku = 'CLAMP-3'"))
                .containsExactly("37");
        assertThat(database.query("SELECT line_total FROM order_lines")).containsExactly("38.40");
        assertThat(database.query("SELECT DISTINCT currency FROM orders")).containsExactly("CHF");
    }

    @Test
    void takeCancelledOrdersBackToWhatAnOlderBuildKnows() {
        upgrade(MERGE);
        database.execute(
                "INSERT INTO customers (name, email, created_at) VALUES ('Ada', 'ada@example.org', now())",
                "INSERT INTO orders (customer_id, status, placed_at, cancelled_at) VALUES (1, 'CANCELLED', now(), now())");

        downgrade("de1c32f1ba5c");

        assertThat(database.query("SELECT status FROM orders")).containsExactly("PLACED");
        assertThat(database.query("SELECT enum_range(NULL::orderstatus)")).containsExactly("{PLACED,SHIPPED}");
    }

    private void upgrade(String target) {
        retort.upgrade(RunRequest.by(null, target).withRelease(true));
    }

    private void downgrade(String target) {
        retort.downgrade(RunRequest.by(null, target));
    }

    /** Columns, constraints, indexes and comments of the shop's tables; without positions, which adding again moves. */
    private String schema() {
        return String.join("\n", database.query("""
                        WITH shop AS (
                            SELECT c.oid, c.relname FROM pg_class c
                            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                              AND c.relname !~ '^(alembic|retort)_')
                        SELECT relname, attname, format_type(atttypid, atttypmod), attnotnull, attgenerated,
                               col_description(oid, attnum)
                        FROM shop JOIN pg_attribute ON attrelid = oid WHERE attnum > 0 AND NOT attisdropped
                        UNION ALL
                        SELECT relname, conname, pg_get_constraintdef(c.oid), NULL, NULL, NULL
                        FROM shop JOIN pg_constraint c ON conrelid = shop.oid
                        UNION ALL
                        SELECT relname, NULL, pg_get_indexdef(indexrelid), indisvalid, NULL, NULL
                        FROM shop JOIN pg_index ON indrelid = oid
                        UNION ALL
                        SELECT relname, NULL, NULL, NULL, NULL, obj_description(oid, 'pg_class') FROM shop
                        ORDER BY 1, 2, 3, 6"""));
    }
}
