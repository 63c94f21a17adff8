/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on security, security.md: its message, and each case of its table with what the table says to set. */
class SecurityPageTests extends DatabaseTestCase {

    private static final Path PAGE = Path.of("..", "docs", "security.md");

    private final String app = database.name() + "_app";
    private final String deploy = database.name() + "_deploy";

    @BeforeEach
    void createRolesAndScripts() {
        database.execute(
                "CREATE ROLE " + app + " LOGIN",
                "CREATE ROLE " + deploy + " LOGIN",
                "GRANT CREATE, USAGE ON SCHEMA public TO " + app + ", " + deploy);
        new Project(folder, database.dataSource()).chain("a", "b");
    }

    @AfterEach
    void dropRoles() {
        String both = app + ", " + deploy;
        database.execute("REASSIGN OWNED BY " + both + " TO postgres", "DROP OWNED BY " + both, "DROP ROLE " + both);
    }

    private Shell as(String user) {
        return new Shell(folder)
                .on(database)
                .with("RETORT_USERNAME", user)
                .with("RETORT_LOCATIONS", "filesystem:" + folder);
    }

    private void alembicTableOf(String role) {
        database.execute(
                "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                        + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
                "ALTER TABLE alembic_version OWNER TO " + role);
        database.execute("GRANT ALL ON alembic_version TO " + deploy);
    }

    private static String row(String start) throws IOException {
        return Pattern.compile("(?m)^\\| " + Pattern.quote(start) + "[^|]*\\| ([^|]*) \\|$")
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMessageIsThatOfThePageAndBothOfItsWaysWork() throws IOException {
        MatchResult message = Pattern.compile("```text\n(FAILED: .*?\n)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .findFirst()
                .orElseThrow();
        alembicTableOf(app);

        Shell.Result refused = as(deploy).run("current");
        assertThat(refused.err().replace(app, "app").replace(deploy, "deploy")).isEqualTo(message.group(1));

        assertThat(as(deploy).with("RETORT_TRUSTED_OWNERS", app).run("current").err())
                .isEqualTo("The database is at base: no revision is applied.\n");
        database.execute(Pattern.compile("ALTER TABLE .* OWNER TO \\w+")
                .matcher(refused.err())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow());
        assertThat(as(deploy).run("upgrade", "head").err()).isEmpty();
    }

    @Test
    void oneRoleThatOwnsAlembicsTableNeedsNothing() throws IOException {
        assertThat(row("one role migrates")).isEqualTo("nothing");
        alembicTableOf(app);
        assertThat(as(app).run("upgrade", "head").err()).isEmpty();
    }

    @Test
    void tablesOfASuperuserNeedNothing() throws IOException {
        assertThat(row("a superuser created the tables")).isEqualTo("nothing");
        alembicTableOf("postgres");
        assertThat(as(deploy).run("upgrade", "head").err()).isEmpty();
    }

    @Test
    void anApplicationThatChecksTrustsTheRoleThatMigrates() throws IOException {
        assertThat(row("an application checks")).startsWith("`retort.trusted-owners=");
        as(deploy).run("upgrade", "head");
        database.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + app);

        assertThat(as(app).run("validate").err()).contains("its owner " + deploy);
        assertThat(as(app).with("RETORT_TRUSTED_OWNERS", deploy).run("validate").err())
                .isEmpty();
    }

    @Test
    void aRoleOfASettingIsNamed() throws IOException {
        assertThat(row("the role comes from a setting")).isEqualTo("`retort.role=owner`");
        alembicTableOf(app);
        database.execute("GRANT " + app + " TO " + deploy, "ALTER ROLE " + deploy + " SET role = " + app);

        assertThat(as(deploy).with("RETORT_ROLE", app).run("upgrade", "head").err())
                .isEmpty();
    }

    @Test
    void temporaryUsersTakeTheRoleOfTheirGroup() throws IOException {
        assertThat(row("users are temporary")).startsWith("`retort.role=owner`");
        String second = database.name() + "_second";
        database.execute("CREATE ROLE " + second + " LOGIN", "GRANT " + app + " TO " + deploy + ", " + second);
        try {
            assertThat(as(deploy).with("RETORT_ROLE", app).run("upgrade", "a").err())
                    .isEmpty();
            assertThat(as(second)
                            .with("RETORT_ROLE", app)
                            .run("upgrade", "head")
                            .err())
                    .isEmpty();
        } finally {
            database.execute("DROP ROLE " + second);
        }
    }
}
