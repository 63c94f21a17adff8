/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.standalone;

import dev.retort.Retort;
import dev.retort.cli.author.Workspace;
import dev.retort.cli.options.Version;
import dev.retort.cli.settings.SettingOptions;
import dev.retort.diff.DifferenceCustomizer;
import dev.retort.error.RetortException;
import dev.retort.event.MigrationListener;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.scratch.SchemaModels;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.author.WorkspaceScripts;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the stand-alone commands: its options and files determine the database and the scripts. */
@Command(
        name = "retort",
        description = "Database migrations for PostgreSQL, the way Alembic does them.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "<command>",
        footer = {
            "",
            "Settings come from options (--lock-timeout), then the environment (RETORT_LOCK_TIMEOUT), then .env"
                    + " (same names), then retort.properties (lock-timeout). POSTGRES_HOST, POSTGRES_PORT, POSTGRES_DB,"
                    + " POSTGRES_USER and POSTGRES_PASSWORD are used if url, username and password are not set."
                    + " An empty variable counts as unset. Passwords are never read from the command line.",
            "Exit status: 0 success or yes, 1 failure or no, 2 wrong usage."
        })
public final class StandaloneCommand implements Workspace {

    private final Map<String, String> environment;
    private final Path directory;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final CheckedDataSource dataSource =
            new CheckedDataSource(() -> settings().address().dataSource());
    private @Nullable StandaloneSettings read;

    public StandaloneCommand(Map<String, String> environment, Path directory) {
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
            description = "Script folders, separated by commas. Default: src/main/resources/db/migrations.")
    void setLocations(String value) {
        options.put("locations", value);
    }

    @Option(
            names = "--schema",
            scope = ScopeType.INHERIT,
            paramLabel = "<schema>",
            description = "The schema of the scripts and of Retort's tables.")
    void setSchema(String value) {
        options.put("schema", value);
    }

    @Option(
            names = "--role",
            scope = ScopeType.INHERIT,
            paramLabel = "<role>",
            description = "The role to assume with SET ROLE.")
    void setRole(String value) {
        options.put("role", value);
    }

    @Option(
            names = "--version-table",
            scope = ScopeType.INHERIT,
            paramLabel = "<table>",
            description = "The version table. Default: alembic_version.")
    void setVersionTable(String value) {
        options.put("version-table", value);
    }

    /** The settings without an option above, as options; the help lists them in a separate section. */
    @Override
    public void configure(CommandSpec root) {
        SettingOptions.add(root, options);
    }

    private StandaloneSettings settings() {
        if (read == null) {
            read = StandaloneSettings.read(options, environment, directory);
        }
        return read;
    }

    @Override
    public List<RevisionScript> scripts() {
        return retort(List.of()).scripts();
    }

    @Override
    public WorkspaceScripts sources() {
        return retort(List.of()).authoring().sources(directory);
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public Retort retort(List<MigrationListener> listeners) {
        return new Retort(settings().retort(), dataSource, StandaloneCommand.class.getClassLoader(), listeners);
    }

    @Override
    public void checkConnection() {
        try {
            dataSource.check();
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot connect to " + settings().address().inWords() + ":",
                    DatabaseException.reason(e).replace('\n', ' ') + ".",
                    settings().addressOrigin(),
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
        return new ServerAddress(settings().address());
    }

    @Override
    public String describe() {
        return settings().address().toString();
    }
}
