/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.standalone;

import dev.retort.cli.author.Workspace;
import dev.retort.cli.command.RootCommand;
import dev.retort.cli.options.Version;
import dev.retort.cli.settings.SettingOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
public final class StandaloneCommand extends RootCommand {

    private final Map<String, String> environment;
    private final Path directory;
    private final Map<String, String> options = new LinkedHashMap<>();

    public StandaloneCommand(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

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

    @Override
    protected Workspace open() {
        return new StandaloneWorkspace(options, environment, directory);
    }
}
