/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.cli.output.ProcessTexts;
import dev.retort.error.RetortException;
import dev.retort.test.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Arguments are read as typed, or refused, even in a locale without UTF-8. */
@EnabledOnOs(OS.LINUX)
class LocaleTests extends DatabaseTestCase {

    private static final String SCRIPT = "-- revision: a1\n-- placeholders: true\n\n-- migrate: upgrade\n"
            + "CREATE TABLE kept AS SELECT '${v}'::text AS value;\n-- migrate: downgrade\nDROP TABLE kept;\n";

    @SuppressWarnings("NullAway.Init")
    private RetortProcess retort;

    @BeforeEach
    void write() {
        new Project(folder, database.dataSource()).script("a1", SCRIPT);
        retort = new RetortProcess(folder)
                .with("LC_ALL", "C")
                .with("RETORT_URL", database.url())
                .with("RETORT_USERNAME", database.user())
                .with("RETORT_LOCATIONS", "filesystem:" + folder);
    }

    @Tag("slow")
    @Test
    void aValueReachesTheDatabase() {
        assertThat(retort.run("retort upgrade head -x $'v=\\xc3\\xa9\\xe2\\x82\\xac'")
                        .err())
                .isEmpty();
        assertThat(database.query("SELECT value FROM kept")).containsExactly("é€");
    }

    @Tag("slow")
    @Test
    void aMessageReachesTheHeaderAndIsTransliteratedInTheName() throws IOException {
        assertThat(retort.run("retort revision -m $'cr\\xc3\\xa9er' --rev-id b1")
                        .err())
                .isEmpty();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).anyMatch(name -> name.endsWith("_creer.sql"));
        }
        assertThat(retort.run("retort history -r b1:").out()).endsWith(", créer\n");
    }

    @Tag("slow")
    @Test
    void aVariableIsReadLikewise() {
        database.execute("CREATE SCHEMA \"é\"");

        assertThat(retort.run("RETORT_SCHEMA=$'\\xc3\\xa9' retort upgrade head -x v=1")
                        .err())
                .isEmpty();
        assertThat(database.query("SELECT value FROM \"é\".kept")).containsExactly("1");
        assertThat(retort.run("RETORT_SCHEMA=$'\\xe9' retort current").err())
                .startsWith("FAILED: The variable RETORT_SCHEMA cannot be read.");
    }

    @Test
    void whatIsNotUtf8IsRefusedInAnyLocale() {
        for (String locale : new String[] {"C", "C.UTF-8"}) {
            Shell.Result result = retort.with("LC_ALL", locale).run("retort upgrade head -x $'v=\\xe9'");

            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err())
                    .startsWith("FAILED: Argument 4 cannot be read.")
                    .contains("Set LC_ALL=C.UTF-8");
        }
        assertThat(database.query("SELECT to_regclass('alembic_version')")).containsExactly("null");
    }

    @Test
    void aNameThatTheLocaleCannotWriteIsRefusedWithTheWayOut() {
        Shell.Result result = retort.run("retort revision -m $'\\xd0\\xb9\\xd0\\xbe\\xd0\\xb4'");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("FAILED: The name of a file cannot be used")
                .contains("LC_ALL=C.UTF-8");
    }

    @Test
    void argumentsWhoseBytesCannotBeSeenAreRefused() throws IOException {
        ProcessTexts without = new ProcessTexts(folder.resolve("nowhere"));
        assertThat(without.arguments("a", "é")).containsExactly("a", "é");
        assertThatThrownBy(() -> without.arguments("a", "v=\uFFFD")).isInstanceOf(RetortException.class);
        assertThatThrownBy(() -> without.environment(Map.of("RETORT_ROLE", "\uFFFD")))
                .hasMessageContaining("The variable RETORT_ROLE");
        assertThat(without.environment(Map.of("NAME", "\uFFFD"))).containsEntry("NAME", "\uFFFD");

        Files.write(folder.resolve("cmdline"), "java\0Main\0b\0v=é\0".getBytes(StandardCharsets.UTF_8));
        ProcessTexts ofAnother = new ProcessTexts(folder);
        assertThat(ofAnother.arguments("b", "v=\uFFFD\uFFFD")).containsExactly("b", "v=é");
        assertThatThrownBy(() -> ofAnother.arguments("a", "v=\uFFFD\uFFFD")).isInstanceOf(RetortException.class);
    }
}
