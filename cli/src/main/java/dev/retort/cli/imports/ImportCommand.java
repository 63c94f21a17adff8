/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.imports;

import dev.retort.cli.command.WritingCommand;
import dev.retort.cli.options.Version;
import dev.retort.cli.output.ExitStatus;
import dev.retort.error.RetortException;
import dev.retort.internal.adopt.tool.RecordedChecksums;
import dev.retort.internal.imports.ImportFiles;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportReport;
import dev.retort.internal.imports.ImportSource;
import dev.retort.internal.imports.MigrationSeries;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.imports.SourceMigration;
import dev.retort.internal.imports.project.PomChange;
import dev.retort.internal.imports.project.ProjectFile;
import dev.retort.internal.imports.project.SpringProject;
import dev.retort.internal.imports.tool.ImportTool;
import dev.retort.internal.imports.tool.ToolClasses;
import dev.retort.internal.jdbc.url.PostgresUrl;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.script.RevisionScript;
import dev.retort.settings.AdoptionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Convert the migrations of another tool to revisions, and write import-report.md with the manual steps.",
            "The files of the other tool are kept; the changes of pom.xml and application.properties are printed."
        },
        footer = {"", "Example: import flyway --prove"})
public final class ImportCommand extends WritingCommand {

    static final String REPORT = "import-report.md";

    @Parameters(
            paramLabel = "<tool>",
            description = "flyway, liquibase, alembic, golang-migrate, dbmate, goose, diesel or sqlx.")
    private String tool = "";

    @Option(
            names = "--from",
            paramLabel = "<path>",
            description =
                    "A folder of migrations, or the root changelog of Liquibase. Can be repeated. Default: those of the tool's"
                            + " configuration.")
    private List<Path> from = List.of();

    @Option(
            names = "--liquibase",
            paramLabel = "<path>",
            description =
                    "The folder of a Liquibase installation, or a class path with its jars. Default: the class path of the"
                            + " application, LIQUIBASE_HOME, the liquibase of PATH.")
    private @Nullable String liquibase;

    @Option(
            names = "--python",
            paramLabel = "<path>",
            description = "The Python that has Alembic, or the folder of a virtual environment. Default: VIRTUAL_ENV,"
                    + " .venv and venv of the project, python3.")
    private @Nullable String python;

    @Option(
            names = "--set",
            paramLabel = "<setting=value>",
            description =
                    "A setting of the other tool, which overrides its configuration, such as" + " encoding=ISO-8859-1.")
    private Map<String, String> set = Map.of();

    @Option(
            names = "--history",
            paramLabel = "<url>",
            description =
                    "A database that the other tool has migrated: the checksums that it recorded count too. Its user and"
                            + " password are those of the settings unless the URL has them.")
    private List<String> history = List.of();

    @Option(
            names = "--prove",
            description =
                    "Run both series in scratch databases, and compare schemas and rows. Nothing is written unless they"
                            + " are equal.")
    private boolean prove;

    @Option(
            names = "--reverse",
            description =
                    "Generate downgrades for migrations without undo, from the schemas before and after them, where these"
                            + " restore everything. Runs the revisions in a scratch database.")
    private boolean reverse;

    @Option(names = "--dry-run", description = "Show the files without writing them.")
    private boolean dryRun;

    @Option(names = "--write", description = "Also change pom.xml and application.properties or .yaml.")
    private boolean write;

    @Override
    public Integer call() {
        ImportTool chosen = ImportTool.named(tool);
        Path directory = sources().workingDirectory();
        SpringProject project = new SpringProject(directory, chosen.prefix());
        SettingMap settings = project.settings().with(ownSettings());
        List<Path> folders = from.stream().map(directory::resolve).toList();
        try (ToolClasses classes = ToolClasses.of(chosen, liquibase)) {
            ImportSource source = new ImportSource(directory, settings, folders, classes.loader());
            MigrationSeries series = withHistory(chosen.reader().read(source));
            refuseSameFolder(series);
            ImportPlan plan = ImportPlan.of(chosen.title(), series, existing());
            List<String> lines = new ArrayList<>();
            finish(chosen, project, tried(plan, lines), lines);
        }
        return ExitStatus.DONE;
    }

    private ImportPlan tried(ImportPlan plan, List<String> lines) {
        if (!reverse && !prove) {
            return plan;
        }
        ScratchRuns runs = new ScratchRuns(
                workspace().retort(List.of()).settings(), workspace().scratchServers(), lines);
        ImportPlan tried = reverse ? runs.reversed(plan) : plan;
        if (prove) {
            runs.prove(tried, tool);
        }
        return tried;
    }

    private Map<String, String> ownSettings() {
        Map<String, String> own = new TreeMap<>(set);
        if (python != null) {
            own.put("python", python);
        }
        return own;
    }

    private void finish(ImportTool chosen, SpringProject project, ImportPlan plan, List<String> proof) {
        List<Path> written = dryRun ? List.of() : files(chosen, plan, proof);
        List<ProjectFile> changes =
                project.changes(plan.settings(), new PomChange(chosen.artifacts(), Version.ofRetort()));
        if (write && !dryRun) {
            changes.forEach(this::write);
        }
        print(new ImportOutcome(chosen, plan, written, proof, changes, project.profiles()));
    }

    private MigrationSeries withHistory(MigrationSeries series) {
        if (history.isEmpty()) {
            return series;
        }
        if (!ImportTool.named(tool).isAdopted()) {
            throw wrongUsage("--history reads the checksums that Flyway or Liquibase recorded");
        }
        AdoptionSettings settings =
                new AdoptionSettings(tool, series.settings().get("retort.adopt.table"), true, false);
        RecordedChecksums recorded =
                new RecordedChecksums(settings, series.settings().get("retort.schema"));
        history.forEach(url -> recorded.read(database(url)));
        return recorded.addTo(series);
    }

    private DataSource database(String text) {
        PostgresUrl url = PostgresUrl.parse(text, "--history");
        ServerAddress own = url.user() == null ? workspace().server() : null;
        return (own == null ? url : url.as(own.url().user(), own.url().password())).dataSource();
    }

    private List<RevisionScript> existing() {
        return Files.isDirectory(sources().primary()) ? sources().load() : List.of();
    }

    /** Retort would read the files of the other tool as revisions. */
    private void refuseSameFolder(MigrationSeries series) {
        Path folder = sources().primary();
        String shown = sources().shown(folder) + "/";
        for (SourceMigration migration : series.migrations()) {
            if (migration.upgrade().file().startsWith(shown)) {
                throw new RetortException(
                        "The migrations of " + tool + " are in the folder of Retort's scripts, " + shown + ".",
                        "Retort reads every SQL file there as a revision.",
                        "Move them to another folder and name it with --from, or set retort.locations and"
                                + " retort.source-directory.");
            }
        }
    }

    private List<Path> files(ImportTool chosen, ImportPlan plan, List<String> proof) {
        List<Path> written = new ImportFiles(sources().primary(), objectFolder()).write(plan);
        write(new ProjectFile(
                sources().workingDirectory().resolve(REPORT), "", new ImportReport(chosen.title(), plan).text(proof)));
        return written;
    }

    private @Nullable Path objectFolder() {
        return ObjectFolder.of(workspace(), sources().workingDirectory());
    }

    private void write(ProjectFile file) {
        try {
            Files.createDirectories(file.file().resolveSibling(""));
            Files.writeString(file.file(), file.after());
        } catch (IOException e) {
            throw new RetortException(
                    "The file " + sources().shown(file.file()) + " was not written.",
                    e.toString(),
                    "Check its permissions.",
                    e);
        }
    }

    private void print(ImportOutcome outcome) {
        if (isJson()) {
            printJson(new ImportAnswer(outcome.plan(), outcome.proof())
                    .json(outcome.written().stream().map(sources()::shown).toList()));
            return;
        }
        new ImportLines(outcome, sources(), objectFolder()).all(dryRun, write).forEach(this::print);
    }
}
