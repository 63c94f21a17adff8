/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The commands and statements of deployment.md, on a real server with the two roles of the page. */
class DeploymentPageTests extends DatabaseTestCase {

    private static final Path PAGE = Path.of("..", "docs", "deployment.md");

    private final String owner = database.name() + "_owner";
    private final String user = database.name() + "_user";

    private static String found(String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private Shell as(String role) {
        return new Shell(folder)
                .on(database)
                .with("RETORT_USERNAME", role)
                .with("RETORT_LOCATIONS", "filesystem:" + folder);
    }

    /** The init container's command, which is that of the pipeline, before and after a downgrade. */
    @Test
    void theCommandsOfPipelinesRespectAHold() throws IOException {
        String[] command =
                found("args: \\[\"migrations\", (.*?)]").replace("\"", "").split(", ");
        assertThat(found("```shell\n(.*?)```"))
                .contains("migrations " + String.join(" ", command) + " --tag \"$RELEASE\"");
        Project project = new Project(folder, database.dataSource()).chain("a", "b");
        Shell shell = as(database.user());

        assertThat(shell.run(command).status()).isZero();
        assertThat(shell.run("current", "--check-heads").status()).isZero();
        assertThat(shell.run("validate").status()).isZero();
        project.downgrade("-1");
        assertThat(shell.run(command).status()).isEqualTo(1);
        assertThat(shell.run("current", "--check-heads").status()).isEqualTo(1);
        assertThat(shell.run("upgrade").status()).isEqualTo(2);
    }

    /** The owner migrates without the right to create databases; the service reads and writes rows, and nothing else. */
    @Test
    void theRolesHaveThePrivilegesThatTheyNeed() throws Exception {
        createRoles();
        new Project(folder, database.dataSource()).chain("a", "b");
        try {
            assertThat(as(owner).run("upgrade", "head").err()).isEmpty();
            assertThat(as(user).run("validate").err()).contains("retort.trusted-owners");
            assertThat(as(user).with("RETORT_TRUSTED_OWNERS", owner)
                            .run("validate")
                            .status())
                    .isZero();
            assertThat(isAllowed(user, "INSERT INTO t_a VALUES (1)")).isTrue();
            assertThat(isAllowed(user, "CREATE TABLE t_c (id int)")).isFalse();
            assertThat(isAllowed(user, "DROP TABLE t_a")).isFalse();
            assertThat(isAllowed(owner, "CREATE DATABASE " + owner)).isFalse();
        } finally {
            database.execute(
                    "REASSIGN OWNED BY " + owner + " TO postgres",
                    "DROP OWNED BY " + user,
                    "DROP OWNED BY " + owner,
                    "DROP ROLE " + owner + ", " + user);
        }
    }

    /** Runs the statements of the page, with the roles and the database of this test. */
    private void createRoles() throws IOException {
        String statements = found("```sql\n(.*?)```")
                .replace("shop_owner", owner)
                .replaceAll("(ROLE|TO) shop\\b", "$1 " + user)
                .replaceFirst("(?m)^\\\\connect shop\n", "");
        for (String statement : statements.split(";\\s*")) {
            database.execute(
                    statement.replace("CREATE DATABASE shop OWNER", "ALTER DATABASE " + database.name() + " OWNER TO"));
        }
    }

    private boolean isAllowed(String role, String sql) throws SQLException {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setUser(role);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("42501");
            return false;
        }
    }
}
