/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.run.RunRequest;
import dev.retort.test.Golden;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the entities of the shop with the database of its revisions: first unchanged, then after each of several
 * changes. The output and the script of each change are in a separate file and in the guide.
 */
@Tag("slow")
class EntityChangesTests {

    private static final Path GUIDE = Path.of("..", "docs", "autogenerate-reference.md");
    private static final String LAST = "784424bbf63e";

    private final TestDatabase database = TestDatabase.create();
    private final List<String> scripts = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private ChangedShop shop;

    @BeforeEach
    void migrate() throws IOException {
        shop = ChangedShop.in(folder, database);
        upgrade();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Retort retort() {
        return new Retort(
                RetortSettings.builder()
                        .locations(List.of(shop.location()))
                        .javaPackages(List.of("dev.retort.demo.migrations"))
                        .placeholders(Map.of("shop_currency", "EUR"))
                        .build(),
                database.dataSource(),
                EntityChangesTests.class.getClassLoader(),
                List.of());
    }

    private void upgrade() {
        retort().upgrade(RunRequest.by(null, "head"));
    }

    @Test
    void theRevisionsAndTheEntitiesDoNotDiffer() throws IOException {
        ChangedShop.Result result = shop.migrations("check", "--drop-unknown");

        assertThat(result.printed()).isEqualTo("No new upgrade operations detected.\n");
        assertThat(result.status()).isZero();
    }

    @Tag("nightly")
    @Test
    void eachChangeOfTheEntitiesBecomesOneScriptWithUpgradeAndDowngrade() throws IOException {
        shop.edit("customer/Customer", "    @Column(nullable = false, updatable = false)", """
            @Column(nullable = false, length = 40)
            private String phone;

            @Column(nullable = false, updatable = false)\
            """);
        written("1_column");

        shop.add("Address", """
            package dev.retort.demo.shop;

            import dev.retort.demo.shop.customer.Customer;
            import jakarta.persistence.*;

            @Entity
            @Table(name = "addresses", indexes = @Index(name = "ix_addresses_customer", columnList = "customer_id"))
            class Address {

                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                private Long id;

                @ManyToOne(fetch = FetchType.LAZY, optional = false)
                @JoinColumn(foreignKey = @ForeignKey(name = "fk_addresses_customer"))
                private Customer customer;

                @Column(nullable = false, length = 120)
                private String street;
            }
            """);
        written("2_entity");

        shop.edit("OrderStatus", "PLACED,", "PLACED,\n    RETURNED,")
                .edit("MovementReason", "CANCELLATION", "CANCELLATION,\n    RETURN");
        written("3_enums");

        shop.edit("Product", "precision = 12, scale = 2", "precision = 14, scale = 3")
                .edit("customer/Customer", "length = 254", "length = 200");
        written("4_types");

        shop.edit(
                        "Product",
                        "uniqueConstraints = @UniqueConstraint(name = \"uq_products_sku\", columnNames = \"sku\")",
                        """
                        uniqueConstraints = {
                            @UniqueConstraint(name = "uq_products_sku", columnNames = "sku"),
                            @UniqueConstraint(name = "uq_products_name", columnNames = "name")
                        }\
                        """)
                .edit(
                        "OrderLine",
                        "indexes = @Index(name = \"ix_order_lines_product\", columnList = \"product_id\")",
                        """
                        indexes = @Index(name = "ix_order_lines_product_quantity", columnList = "product_id, \
                        quantity DESC")\
                        """);
        written("5_index");

        shop.edit("StockMovement", "@Column(length = 200)", "@Column(name = \"remark\", length = 200)");
        written("6_rename", "--rename", "stock_movements.note:remark");

        assertThat(Files.readString(GUIDE)).contains(scripts);
        assertThat(shop.migrations("check").status()).isZero();
        retort().downgrade(RunRequest.by(null, LAST));
        assertThat(retort().status().current()).containsExactly(LAST);
    }

    /** A script for only the changes since the last one, which is then applied. */
    private void written(String change, String... options) throws IOException {
        shop.build();
        ChangedShop.Result result = shop.migrations(Stream.concat(
                        Stream.of("revision", "--autogenerate", "-m", "change", "--rev-id", change), Stream.of(options))
                .toArray(String[]::new));
        assertThat(result.status()).as(result.printed()).isZero();
        String printed = result.printed().replaceAll("(?m)^ +Generating .*\n", "");

        Golden.check(Path.of("src/test/resources/autogenerate", change + ".sql"), printed + "\n" + shop.script(change));
        scripts.add(shop.script(change).strip());
        upgrade();
    }
}
