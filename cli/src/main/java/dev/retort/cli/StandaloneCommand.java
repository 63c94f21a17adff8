/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.diff.DifferenceCustomizer;
import dev.retort.error.RetortException;
import dev.retort.jdbc.ServerAddress;
import dev.retort.migration.MigrationListener;
import dev.retort.scratch.SchemaModels;
import dev.retort.script.RevisionScript;
import dev.retort.script.ScriptLoader;
import dev.retort.script.ScriptSources;
import java.io.Serial;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the stand-alone commands: its options and files say which database and which scripts are meant. */
@Command(
        name = "retort",
        description = "Database migrations for PostgreSQL, the way Alembic does them.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "<command>",
        footer = {
            "",
            "Settings come from options, then the environment, then .env, then retort.properties: RETORT_URL,"
                    + " RETORT_USERNAME, RETORT_PASSWORD, or POSTGRES_HOST, POSTGRES_PORT, POSTGRES_DB, POSTGRES_USER,"
                    + " POSTGRES_PASSWORD. A password is never taken from the command line.",
            "Exit status: 0 done or yes, 1 failed or no, 2 wrong usage."
        })
final class StandaloneCommand implements Workspace {

    private final Map<String, String> environment;
    private final Path directory;
    private final Map<String, String> options = new LinkedHashMap<>();
    private @Nullable StandaloneSettings read;
    private @Nullable CheckedDataSource dataSource;

    StandaloneCommand(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it.
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it.
    private boolean version;

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "<url>",
            description = "jdbc:postgresql://host:port/database")
    void setUrl(String value) {
        options.put("url", value);
    }

    @Option(names = "--username", scope = ScopeType.INHERIT, paramLabel = "<user>", description = "The database user.")
    void setUsername(String value) {
        options.put("username", value);
    }

    @Option(
            names = "--location",
            scope = ScopeType.INHERIT,
            paramLabel = "<folder>",
            description = "A folder of scripts; several are separated by commas. src/main/resources/db/migrations"
                    + " unless told.")
    void setLocations(String value) {
        options.put("locations", value);
    }

    @Option(
            names = "--schema",
            scope = ScopeType.INHERIT,
            paramLabel = "<schema>",
            description = "The schema of scripts and tables.")
    void setSchema(String value) {
        options.put("schema", value);
    }

    @Option(
            names = "--role",
            scope = ScopeType.INHERIT,
            paramLabel = "<role>",
            description = "The role that the session takes.")
    void setRole(String value) {
        options.put("role", value);
    }

    @Option(
            names = "--version-table",
            scope = ScopeType.INHERIT,
            paramLabel = "<table>",
            description = "alembic_version unless told.")
    void setVersionTable(String value) {
        options.put("version-table", value);
    }

    private StandaloneSettings settings() {
        if (read == null) {
            read = StandaloneSettings.read(options, environment, directory);
        }
        return read;
    }

    @Override
    public List<RevisionScript> scripts() {
        return ScriptLoader.load(settings().retort().locations(), StandaloneCommand.class.getClassLoader());
    }

    @Override
    public ScriptSources sources() {
        return retort(List.of()).sources(directory);
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public Retort retort(List<MigrationListener> listeners) {
        return new Retort(settings().retort(), whenAsked(), StandaloneCommand.class.getClassLoader(), listeners);
    }

    /** What needs no database may be done although none is named. */
    private DataSource whenAsked() {
        return new PGSimpleDataSource() {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public Connection getConnection() throws SQLException {
                return dataSource().getConnection();
            }
        };
    }

    private CheckedDataSource dataSource() {
        if (dataSource == null) {
            dataSource = newDataSource();
        }
        return dataSource;
    }

    private CheckedDataSource newDataSource() {
        CheckedDataSource made = new CheckedDataSource();
        try {
            made.setUrl(settings().url());
        } catch (IllegalArgumentException e) {
            throw new RetortException(
                    "The url " + settings().describe() + " cannot be used.",
                    "It is not of the form jdbc:postgresql://host:port/database.",
                    "Mend --url, RETORT_URL or the url in retort.properties.");
        }
        settings().find("username").ifPresent(made::setUser);
        settings().find("password").ifPresent(made::setPassword);
        return made;
    }

    @Override
    public void checkConnection() {
        CheckedDataSource checked = dataSource();
        try {
            checked.check();
        } catch (SQLException e) {
            String[] hosts = checked.getServerNames();
            throw new RetortException(
                    "Cannot connect to host " + (hosts == null ? "" : String.join(",", hosts)) + ", port "
                            + checked.getPortNumbers()[0] + ", database " + checked.getDatabaseName() + ", user "
                            + checked.getUser() + ":",
                    String.valueOf(e.getMessage()).replace('\n', ' '),
                    "Check --url and --username, the environment, .env and retort.properties.",
                    e);
        }
    }

    @Override
    public SchemaModels models() {
        return new SchemaModels(List.of());
    }

    @Override
    public List<DifferenceCustomizer> customizers() {
        return CustomizerServices.of(StandaloneCommand.class.getClassLoader());
    }

    @Override
    public ServerAddress server() {
        return settings().address();
    }

    @Override
    public String describe() {
        return settings().describe();
    }
}
