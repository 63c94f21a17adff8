/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.ScratchSettings;
import dev.retort.settings.SessionSettings;
import dev.retort.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A real database with its own roles, and scratch databases on the same server. */
abstract class ScratchTestCase {

    final TestDatabase real = TestDatabase.create();
    final String creator = real.name() + "_creator";
    final String plain = real.name() + "_plain";

    ScratchTestCase() {
        real.execute(
                "CREATE ROLE " + creator + " LOGIN CREATEDB",
                "CREATE ROLE " + plain + " LOGIN",
                "GRANT CREATE ON DATABASE " + real.name() + " TO " + plain);
    }

    @AfterEach
    void drop() {
        real.execute("DROP OWNED BY " + creator + ", " + plain);
        real.close();
        try (TestDatabase other = TestDatabase.create()) {
            other.execute("DROP ROLE " + creator, "DROP ROLE " + plain);
        }
    }

    ServerAddress address(String user) {
        return new ServerAddress(real.url(), user, null);
    }

    Scratch open(String user) {
        return open(user, SessionSettings.defaults());
    }

    Scratch open(String user, SessionSettings session) {
        ServerAddress address = address(user);
        return new ScratchDatabases(ScratchSettings.none(), session, List.of()).open(source(address), address);
    }

    static ConnectionSource source(ServerAddress address) {
        return new ConnectionSource(address.itself(), 0, Sleeper.system());
    }

    /** The scratch databases of the server that belong to a role. */
    List<String> databasesOf(String role) {
        return real.query("SELECT datname FROM pg_database WHERE datname ~ '^retort_scratch_' AND datdba = '" + role
                + "'::regrole ORDER BY 1");
    }

    static List<String> query(Scratch scratch, String sql) throws Exception {
        return scratch.connection().query(sql, row -> row.getString(1));
    }

    static ModelDdl model(String... statements) {
        String sql = String.join(";\n", statements);
        return new ModelDdl("test", ModelStatement.split(sql, line -> "test.sql:" + line), ModelDdl.Reach.SCHEMA);
    }
}
