/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.ImportSource;
import dev.retort.internal.imports.MigrationSeries;
import dev.retort.internal.imports.RevisionIds;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.imports.SourceMigration;
import dev.retort.internal.imports.SourceText;
import dev.retort.internal.imports.liquibase.Reflected.LiquibaseFailure;
import dev.retort.internal.script.ImportedFrom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the series of a Liquibase project: one migration for each change set, in the order of the changelog. */
public final class LiquibaseSeries {

    /** The name of the tool in {@code imported_from}. */
    public static final String TOOL = "liquibase";

    /** The kind, in {@code imported_from}, of a change set that Liquibase runs again when its text changes. */
    public static final String RUN_ON_CHANGE = "runOnChange";

    private final LiquibaseSettings settings;
    private final List<SourceMigration> migrations = new ArrayList<>();
    private final ChangeSetReport report = new ChangeSetReport();
    private final List<String> problems = new ArrayList<>();
    private boolean everywhere = true;
    private final Set<String> fileNames = new HashSet<>();
    private final Set<ChangeSetName> names = new HashSet<>();

    private LiquibaseSeries(LiquibaseSettings settings) {
        this.settings = settings;
    }

    /** Reads a project. */
    public static MigrationSeries read(ImportSource source) {
        List<Path> roots = roots(source.project());
        LiquibaseSettings settings = new LiquibaseSettings(changelog(source, roots));
        return new LiquibaseSeries(settings).read(source.classes(), roots);
    }

    private static List<Path> roots(Path project) {
        return LiquibaseSettings.roots().stream()
                .map(project::resolve)
                .filter(Files::isDirectory)
                .toList();
    }

    /** A changelog that is named as a file is found below one of the folders. */
    private static SettingMap changelog(ImportSource source, List<Path> roots) {
        if (source.from().isEmpty()) {
            return source.settings();
        }
        Path file = source.from().get(0).toAbsolutePath().normalize();
        if (source.from().size() > 1 || !Files.isRegularFile(file)) {
            throw new RetortException(
                    "The changelog was not imported; nothing was written.",
                    "--from names the root changelog of Liquibase, which is one file: " + source.from() + ".",
                    "Name it, for instance --from src/main/resources/db/changelog/db.changelog-master.yaml.");
        }
        String name = roots.stream()
                .map(root -> root.toAbsolutePath().normalize())
                .filter(file::startsWith)
                .map(root -> root.relativize(file).toString().replace('\\', '/'))
                .findFirst()
                .orElse(file.toString());
        return source.settings().with(Map.of("changeLog", name));
    }

    private MigrationSeries read(ClassLoader classes, List<Path> roots) {
        try (LiquibaseSession session = LiquibaseSession.open(classes, settings, roots)) {
            ChangelogReader reader = new ChangelogReader(session);
            reader.read();
            reader.excluded().forEach(report::excluded);
            report.changelog(settings.changelog(), reader.preconditions());
            report.notes().addAll(reader.notes());
            problems.addAll(reader.problems());
            reader.changeSets().forEach(this::add);
        } catch (LiquibaseFailure e) {
            throw LiquibaseSession.failed(e);
        }
        if (migrations.isEmpty() && problems.isEmpty()) {
            problems.add(settings.changelog() + " has no change set for PostgreSQL.");
        }
        LiquibaseTranslation translation = new LiquibaseTranslation(settings);
        translation.report(report);
        return new MigrationSeries(
                migrations,
                report.byHand(),
                report.notes(),
                problems,
                Map.of(),
                translation.settings(everywhere),
                new LiquibaseRun(classes, settings, roots));
    }

    private void add(ChangeSet changeSet) {
        ChangeSetName name = changeSet.name();
        if (!names.add(name)) {
            problems.add(name + " exists twice.");
            return;
        }
        String id = RevisionIds.of(TOOL, name.names());
        everywhere &= changeSet.traits().conditions().isEmpty();
        report.changeSet(changeSet, id);
        migrations.add(new SourceMigration(
                id,
                new ImportedFrom(
                        TOOL,
                        changeSet.traits().onChange() ? RUN_ON_CHANGE : null,
                        name.names(),
                        changeSet.checksums()),
                fileName(name, id),
                changeSet.description(),
                false,
                upgrade(changeSet, id),
                downgrade(changeSet),
                "Liquibase has no rollback for it"));
    }

    private SourceText upgrade(ChangeSet changeSet, String id) {
        boolean inTransaction = changeSet.traits().inTransaction();
        if (!ChangeSetText.code(changeSet).isEmpty()) {
            return new SourceText(
                    changeSet.name().toString(), ChangeSetText.unwritten(changeSet, id), null, inTransaction);
        }
        Precondition precondition = changeSet.traits().precondition();
        String condition = precondition == null ? null : precondition.condition();
        String text = ChangeSetText.of(changeSet.upgrade());
        if (precondition != null && condition != null && !precondition.alwaysHolds()) {
            boolean marks = precondition.onFail().equals("MARK_RAN") && inTransaction;
            text = precondition.neverRuns()
                    ? ""
                    : marks
                            ? ChangeSetText.where(condition, changeSet.upgrade())
                            : precondition.onFail().equals("HALT")
                                    ? ChangeSetText.requiring(precondition, changeSet.upgrade())
                                    : text;
        }
        return new SourceText(changeSet.name().toString(), text, text, inTransaction);
    }

    private static @Nullable SourceText downgrade(ChangeSet changeSet) {
        Precondition precondition = changeSet.traits().precondition();
        boolean runs = precondition == null || !precondition.neverRuns();
        List<String> rollback = runs ? changeSet.rollback() : List.of();
        if (rollback == null) {
            return null;
        }
        String file = changeSet.name() + ", rollback";
        return rollback.isEmpty()
                ? SourceText.nothing(file)
                : new SourceText(
                        file,
                        ChangeSetText.of(rollback),
                        null,
                        changeSet.traits().inTransaction());
    }

    private String fileName(ChangeSetName name, String id) {
        String file = name.file().substring(name.file().lastIndexOf('/') + 1).replaceFirst("\\.[A-Za-z]+$", "");
        String text = (file + "_" + name.id() + "_" + name.author())
                .replaceAll("[^\\p{L}\\p{N}._-]+", "_")
                .replaceAll("^[._-]+", "");
        String shortened = text.length() > 120 ? text.substring(0, 120) : text;
        return fileNames.add(shortened) ? shortened + ".sql" : shortened + "_" + id + ".sql";
    }
}
