/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.JavaCommand;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first contact of thirty entities with the database that they have always had. */
@Tag("nightly")
class BaselineReportTests {

    /** Lines of two screens. */
    private static final int TWO_SCREENS = 60;

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void createTheDatabase() throws IOException {
        try (InputStream sql = getClass().getResourceAsStream("/shop/shop.sql")) {
            database.execute(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private List<String> run(int expected, String... arguments) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = JavaCommand.of(
                ShopApplication.class.getName(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--retort.locations=filesystem:" + Files.createDirectories(folder.resolve("migrations")),
                "--retort.source-directory=" + folder.resolve("migrations"),
                "--retort.model=hibernate",
                "migrations");
        command.addAll(List.of(arguments));
        int status = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        assertThat(status).withFailMessage(() -> read(out) + read(err)).isEqualTo(expected);
        return Files.readAllLines(out);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void fitsTwoScreens() throws Exception {
        List<String> report = run(0, "baseline", "-m", "base", "--rev-id", "a1");

        assertThat(report)
                .hasSizeLessThanOrEqualTo(TWO_SCREENS)
                .contains(
                        "Only in the database (kept): ",
                        "  17 defaults, such as audit_entry.at now(); an entity states it with @ColumnDefault, or"
                                + " @GeneratedColumn",
                        "  17 ON DELETE or ON UPDATE actions, such as cart (customer_id) ON DELETE CASCADE; an entity"
                                + " states it with @OnDelete",
                        "  2 of kind table that no entity is mapped to: `check` lists them",
                        "  add column public.order_line.gift",
                        "  add column public.sales_order.voucher_id")
                .noneMatch(line -> line.contains("flyway")
                        || line.contains("sales_per_day")
                        || line.contains("drop column public.product.search"));
        try (Stream<Path> scripts = Files.list(folder.resolve("migrations"))) {
            assertThat(scripts)
                    .singleElement()
                    .satisfies(script -> assertThat(read(script))
                            .contains("-- migrate: irreversible ")
                            .containsPattern("\n\n-- model: \\+ ")
                            .contains("-- model: + foreign key sales_order.customer_id\n"));
        }
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("a1");
        assertThat(database.query("SELECT relkind FROM pg_class WHERE relname = 'sales_per_day'"))
                .containsExactly("v");
    }
}
