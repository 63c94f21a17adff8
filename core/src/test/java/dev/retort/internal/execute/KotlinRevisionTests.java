/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.internal.script.read.ConstructorFactory;
import dev.retort.run.RunRequest;
import dev.retort.run.StatementFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Classes of Kotlin, compiled by its compiler, are revisions as those of Java are. */
@Tag("nightly")
class KotlinRevisionTests extends RunTestCase {

    private static final String REVISIONS = """
        package shop

        import dev.retort.migration.Definitions.column
        import dev.retort.migration.Migration
        import dev.retort.migration.Operations
        import dev.retort.migration.Revision
        import dev.retort.migration.Types.integer
        import dev.retort.migration.Types.text

        private const val TABLE = "item"

        @Revision(id = "k1", message = "create item")
        internal class CreateItem : Migration {
            override fun upgrade(op: Operations) {
                op.createTable(TABLE, column("id", integer()).primaryKey(), column("name", text()))
            }
        }

        @Revision(id = "k2", down = ["k1"])
        class FillItem(private val rows: Int = 3) : Migration {
            override fun upgrade(op: Operations) {
                (1..rows).forEach { op.sql("INSERT INTO item VALUES (?, ?)").param(it).param("n$it").update() }
                op.autocommit { alone -> alone.execute("CREATE INDEX CONCURRENTLY ix ON item (name)") }
                val ids: List<Long> = op.sql("SELECT id FROM item ORDER BY id").query { it.getLong("id") }
                op.execute("CREATE TABLE seen_${ids.joinToString("_")} ()")
            }

            override fun downgrade(op: Operations) {
                op.dropTable("seen_1_2_3")
                op.execute("DROP INDEX ix")
                op.execute("DELETE FROM item")
            }

            companion object {
                const val NOT_A_REVISION = "k9"
            }
        }
        """;

    /** Compiles a file and gives what runs its revisions. */
    private Retort compiled(String text) throws IOException {
        Path source = Files.writeString(folder.resolve("Revisions.kt"), text);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        ExitCode code = new K2JVMCompiler()
                .exec(
                        new PrintStream(messages, true, StandardCharsets.UTF_8),
                        source.toString(),
                        "-d",
                        classes.toString(),
                        "-no-stdlib",
                        "-no-reflect",
                        "-jvm-target",
                        "17",
                        "-classpath",
                        System.getProperty("java.class.path"));
        assertThat(code).as(messages.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + Files.createDirectories(folder.resolve("scripts"))))
                .javaPackages(List.of("shop"))
                .build();
        URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        return new Retort(settings, database.dataSource(), loader, new ConstructorFactory(), List.of());
    }

    private static RunRequest to(String target) {
        return RunRequest.by("alice", target);
    }

    @Test
    void upgradeAndDowngrade() throws IOException {
        Retort retort = compiled(REVISIONS);

        assertThat(retort.upgrade(to("head")).after()).containsExactly("k2");
        assertThat(database.query("SELECT id, name FROM item ORDER BY id")).containsExactly("1|n1", "2|n2", "3|n3");
        assertThat(database.query("SELECT to_regclass('seen_1_2_3')")).containsExactly("seen_1_2_3");

        assertThat(retort.downgrade(to("base")).after()).isEmpty();
        assertThat(database.query("SELECT to_regclass('item'), to_regclass('seen_1_2_3')"))
                .containsExactly("null|null");
        assertThat(database.query("SELECT description FROM retort_history WHERE revision = 'k1'"))
                .containsOnly("create item");
    }

    @Test
    void nameTheLineOfAFailure() throws IOException {
        Retort retort = compiled(REVISIONS.replace("alone.execute(\"", "alone.execute(\"SELECT 1/0; "));

        assertThatThrownBy(() -> retort.upgrade(to("head")))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("shop.FillItem:" + line("alone.execute"))
                .hasMessageContaining("division by zero");
    }

    private static int line(String text) {
        return (int) REVISIONS.substring(0, REVISIONS.indexOf(text)).lines().count();
    }

    @Test
    void mayBeAnObject() throws IOException {
        Retort retort = compiled("""
            package shop
            @dev.retort.migration.Revision(id = "k1")
            internal object CreateItem : dev.retort.migration.Migration {
                override fun upgrade(op: dev.retort.migration.Operations) {
                    op.execute("CREATE TABLE item ()", "DROP TABLE item")
                }
            }
            """);

        retort.upgrade(to("head"));
        assertThat(database.query("SELECT to_regclass('item')")).containsExactly("item");
        retort.downgrade(to("base"));
        assertThat(database.query("SELECT to_regclass('item')")).containsExactly("null");
    }
}
