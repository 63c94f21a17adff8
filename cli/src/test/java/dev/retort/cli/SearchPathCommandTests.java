/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.LookAlikes;
import dev.retort.test.Project;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No command runs code of a role that may create objects in a schema of the search_path. */
class SearchPathCommandTests {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z_]+)  ");

    /**
     * Commands with an exclamation mark exit with another status than 0, because of a difference or because there is
     * nothing to do.
     */
    private static final List<String> LINES = List.of(
            "current",
            "! check",
            "! check --replay",
            "ensure_version --sql",
            "ensure_version",
            "upgrade --plan head",
            "upgrade --sql head",
            "lint --data",
            "lint --replay",
            "sizes",
            "upgrade head",
            "upgrade head",
            "current --verbose --check-heads",
            "history --indicate-current",
            "log --verbose",
            "heads --verbose",
            "branches",
            "show head",
            "graph",
            "list_templates",
            "validate",
            "! check",
            "! check --replay",
            "revision -m more --autogenerate --rev-id c1",
            "downgrade --plan -1",
            "downgrade -1",
            "downgrade base",
            "upgrade head",
            "stamp --plan a1",
            "stamp a1",
            "stamp --purge b1",
            "! repair b1 --statement done",
            "! repair --accept a1 --reason test",
            "! rebase c1",
            "! merge heads -m merged",
            "edit head",
            "! init",
            "! adopt --dry-run",
            "! import flyway --dry-run",
            "! baseline -m base",
            "squash a1:b1",
            "completion bash");

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path notes;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @AfterEach
    void drop() {
        database.close();
    }

    /** What is found with the schema of others first is found with the usual path, and more. */
    static Stream<String> searchPaths() {
        return Samples.every(2, 1, Stream.of("\"$user\", public", "public, pg_catalog"));
    }

    @Tag("slow")
    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("searchPaths")
    void noCommandUsesAnythingOfOthers(String searchPath) throws Exception {
        LookAlikes lookAlikes = LookAlikes.in(database, notes).with(searchPath);
        Path folder = Files.createDirectories(project.toRealPath().resolve("src/main/resources/db/migrations"));
        new Project(folder, database.dataSource()).chain("a1", "b1");
        Path model =
                Files.writeString(project.toRealPath().resolve("schema.sql"), "CREATE TABLE t_a1 (id int, other int);");
        Shell shell = new Shell(project.toRealPath())
                .on(database)
                .with("RETORT_SCRATCH_URL", database.url())
                .with("RETORT_SCRATCH_USERNAME", database.user())
                .with("RETORT_ON_NON_EMPTY_SCHEMA", "run")
                .with("EDITOR", "true")
                .with("RETORT_MODEL", "sql:" + model);

        for (String line : LINES) {
            boolean fails = line.startsWith("! ");
            Shell.Result result = shell.run(line.substring(fails ? 2 : 0).split(" "));
            assertThat(lookAlikes.used()).as(line).isEmpty();
            assertThat(result.status()).as("%s %s", line, result).matches(status -> fails == (status != 0));
        }
        assertThat(database.query("SELECT pg_catalog.count(*) FROM public.retort_history"))
                .doesNotContain("0");
    }

    @Test
    void triesEveryCommand() {
        Set<String> commands = COMMAND.matcher(new Shell(project).run("--help").out())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));

        assertThat(commands)
                .isNotEmpty()
                .isSubsetOf(LINES.stream()
                        .map(line -> line.replace("! ", "").split(" ")[0])
                        .toList());
    }
}
