/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.internal.history.table.UnsafeTableException;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.settings.SessionSettings;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Who may own Retort's tables, and what others may do with those that Retort creates. */
class TableOwnerTests extends RunTestCase {

    private String owner = "";
    private String deploy = "";

    @BeforeEach
    void createRoles() {
        owner = database.name() + "_owner";
        deploy = database.name() + "_deploy";
        database.execute(
                "CREATE ROLE " + owner + " LOGIN",
                "CREATE ROLE " + deploy + " LOGIN IN ROLE " + owner,
                "GRANT CREATE, USAGE ON SCHEMA public TO " + owner + ", " + deploy);
        project.chain("a", "b");
    }

    @AfterEach
    void dropRoles() {
        database.execute(
                "REASSIGN OWNED BY " + owner + ", " + deploy + " TO postgres",
                "DROP OWNED BY " + owner + ", " + deploy + " CASCADE",
                "DROP ROLE " + deploy,
                "DROP ROLE " + owner);
    }

    private PGSimpleDataSource as(String user) {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setUser(user);
        return dataSource;
    }

    private RunResult startAs(String user) {
        return project.retortOn(as(user)).upgrade(RunRequest.atStartup("head"));
    }

    private void alembicTableOf(String role) {
        database.execute(
                "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                        + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
                "INSERT INTO alembic_version VALUES ('a')",
                "ALTER TABLE alembic_version OWNER TO " + role);
    }

    @Test
    void takesATableOfTheSessionUser() {
        alembicTableOf(owner);

        assertThat(startAs(owner).after()).containsExactly("b");
    }

    @Test
    void takesATableOfASuperuserWhichGrantsWhatIsNeeded() {
        alembicTableOf("postgres");
        database.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON alembic_version TO " + deploy);

        assertThat(startAs(deploy).after()).containsExactly("b");
    }

    @Test
    void refusesATableOfARoleOfWhichTheSessionUserIsAMember() {
        alembicTableOf(owner);

        assertThatThrownBy(() -> startAs(deploy))
                .isInstanceOf(UnsafeTableException.class)
                .hasMessageContaining("its owner " + owner + " is neither a superuser, nor " + deploy)
                .hasMessageContaining("ALTER TABLE public.alembic_version OWNER TO " + deploy)
                .hasMessageContaining("retort.trusted-owners");
        assertThatThrownBy(() -> project.retortOn(as("postgres")).status()).isInstanceOf(UnsafeTableException.class);
    }

    @Test
    void takesATableOfATrustedOwner() {
        alembicTableOf(owner);
        project.with(settings -> settings.tables(settings.build().tables().trusting(List.of(owner, deploy))));

        assertThat(startAs(deploy).after()).containsExactly("b");
        assertThat(project.retortOn(as("postgres")).status().current()).containsExactly("b");
    }

    @Test
    void takesATableOfTheRoleOfTheSettings() {
        project.with(settings -> settings.session(new SessionSettings(null, owner, "UTC", Duration.ZERO, "retort")));
        alembicTableOf(owner);

        assertThat(startAs(deploy).after()).containsExactly("b");
        assertThat(startAs(deploy).steps()).isEmpty();
    }

    @Test
    void createsNothingAsARoleThatOnlyASettingOfTheRoleNames() {
        database.execute("ALTER ROLE " + deploy + " SET role = " + owner);

        assertThatThrownBy(() -> startAs(deploy))
                .isInstanceOf(UnsafeTableException.class)
                .hasMessageContaining("its owner " + owner);
        assertThat(database.query("SELECT to_regclass('alembic_version'), to_regclass('t_a')"))
                .containsExactly("null|null");
    }

    @Test
    void refusesATableThatASessionOfAPoolHasMadeForItself() throws Exception {
        project.start();
        try (Connection session = database.connect();
                var statement = session.createStatement()) {
            statement.execute("CREATE TEMP TABLE alembic_version (version_num varchar(128) PRIMARY KEY)");

            assertThatThrownBy(() -> project.retortOn(giving(session)).status())
                    .isInstanceOf(UnsafeTableException.class)
                    .hasMessageContaining("not an ordinary table");
        }
    }

    private static DataSource giving(Connection session) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getConnection");
                    return session;
                });
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void takesFromOthersWhatDefaultPrivilegesGrant(Psql psql) {
        database.execute(
                "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO " + deploy + ", PUBLIC",
                "ALTER DEFAULT PRIVILEGES GRANT ALL ON SEQUENCES TO " + deploy + ", PUBLIC");

        assertThat(psql.run(project.retort().offline().upgrade(RunRequest.by("alice", "base:a")), database, folder))
                .isNull();
        assertGrantedToOthers();
        database.execute("DROP TABLE alembic_version, retort_history, retort_script, retort_progress, t_a");
        project.start();

        assertGrantedToOthers();
        database.execute(
                "ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM " + deploy + ", PUBLIC",
                "ALTER DEFAULT PRIVILEGES REVOKE ALL ON SEQUENCES FROM " + deploy + ", PUBLIC");
    }

    private void assertGrantedToOthers() {
        assertThat(database.query("""
            SELECT c.relname, a.privilege_type, coalesce(r.rolname, 'PUBLIC') FROM pg_class c
            CROSS JOIN LATERAL aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
            WHERE (c.relname LIKE 'alembic%' OR c.relname LIKE 'retort%') AND a.grantee <> c.relowner
            """)).containsExactly("alembic_version|SELECT|PUBLIC");
    }

    @Test
    void leavesPrivilegesOnTablesThatWereThereBefore() {
        alembicTableOf("postgres");
        database.execute("GRANT SELECT, INSERT ON alembic_version TO " + deploy);

        project.start();

        assertThat(database.query("SELECT has_table_privilege('" + deploy + "', 'alembic_version', 'INSERT')"))
                .containsExactly("t");
    }

    @Test
    void doesNotAdoptATableThatAppearsMeanwhile() {
        database.execute(
                "CREATE SCHEMA events",
                """
                CREATE FUNCTION events.intrude() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF to_regclass('retort_script') IS NULL THEN
                        CREATE TABLE public.retort_script (checksum text, text text);
                    END IF;
                END $$\
                """,
                "CREATE EVENT TRIGGER intruder ON ddl_command_end WHEN TAG IN ('CREATE INDEX')"
                        + " EXECUTE FUNCTION events.intrude()");

        assertThatThrownBy(project::start)
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("appeared while Retort created its tables")
                .hasMessageContaining("retort_script");
        database.execute("DROP EVENT TRIGGER intruder");
        assertThat(database.query("SELECT to_regclass('alembic_version'), to_regclass('retort_script')"))
                .containsExactly("null|null");
        assertThat(project.start().after()).containsExactly("b");
    }
}
