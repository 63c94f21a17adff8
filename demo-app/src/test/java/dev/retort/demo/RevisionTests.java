/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.Retort;
import dev.retort.run.IrreversibleException;
import dev.retort.run.RunRequest;
import dev.retort.testing.MigratedDatabase;
import dev.retort.testing.MigrationTests;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Upgrades and downgrades every revision of the shop on a real server, and checks its rows. */
@SpringBootTest(properties = {"POSTGRES_HOST=that-of-the-test", "demo.shop.currency=CHF"})
@MigratedDatabase
class RevisionTests implements MigrationTests {

    private static final String BEFORE_IRREVERSIBLE = "3b492bcded5c";
    private static final String MERGE = "ac88b1ab1700";
    private static final String HEAD = "784424bbf63e";

    @Test
    void refuseToGoDownPastTheIrreversibleOne(@MigratedDatabase(target = HEAD) Retort retort) {
        assertThatExceptionOfType(IrreversibleException.class)
                .isThrownBy(() -> retort.downgrade(RunRequest.by(null, BEFORE_IRREVERSIBLE)))
                .withMessageContaining("fax");
        assertThat(retort.status().current()).containsExactly(HEAD);
    }

    @Test
    void carryTheRowsThatAreThere(
            @MigratedDatabase(target = MERGE) DataSource database, @MigratedDatabase(target = MERGE) Retort retort) {
        execute(
                database,
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

        retort.upgrade(RunRequest.by(null, "head"));

        assertThat(query(database, "SELECT in_stock FROM products WHERE sku = 'CLAMP-3'"))
                .containsExactly("37");
        assertThat(query(database, "SELECT line_total FROM order_lines")).containsExactly("38.40");
        assertThat(query(database, "SELECT DISTINCT currency FROM orders")).containsExactly("CHF");
    }

    @Test
    void takeCancelledOrdersBackToWhatAnOlderBuildKnows(
            @MigratedDatabase(target = MERGE) DataSource database, @MigratedDatabase(target = MERGE) Retort retort) {
        execute(
                database,
                "INSERT INTO customers (name, email, created_at) VALUES ('Ada', 'ada@example.org', now())",
                "INSERT INTO orders (customer_id, status, placed_at, cancelled_at) VALUES (1, 'CANCELLED',"
                        + " now(), now())");

        retort.downgrade(RunRequest.by(null, "de1c32f1ba5c"));

        assertThat(query(database, "SELECT status::text FROM orders")).containsExactly("PLACED");
        assertThat(query(database, "SELECT enum_range(NULL::orderstatus)::text"))
                .containsExactly("{PLACED,SHIPPED}");
    }

    private static void execute(DataSource database, String... statements) {
        JdbcClient jdbc = JdbcClient.create(database);
        List.of(statements).forEach(statement -> jdbc.sql(statement).update());
    }

    private static List<String> query(DataSource database, String sql) {
        return JdbcClient.create(database).sql(sql).query(String.class).list();
    }
}
