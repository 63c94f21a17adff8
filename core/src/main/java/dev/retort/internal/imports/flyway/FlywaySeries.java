/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import dev.retort.internal.imports.ByHand;
import dev.retort.internal.imports.MigrationSeries;
import dev.retort.internal.imports.RevisionIds;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.imports.SourceMigration;
import dev.retort.internal.imports.SourceText;
import dev.retort.internal.script.ImportedFrom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the series of a Flyway project: versions in order, then repeatable migrations by their descriptions. */
public final class FlywaySeries {

    /** The name of the tool in {@code imported_from}. */
    public static final String TOOL = "flyway";

    private final FlywaySettings settings;
    private final FlywayFolder folder;
    private final FlywayPlaceholders placeholders;
    private final List<SourceMigration> migrations = new ArrayList<>();
    private final List<ByHand> byHand = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private FlywaySeries(Path project, FlywaySettings settings) {
        this.settings = settings;
        this.folder = new FlywayFolder(project, settings);
        this.placeholders = new FlywayPlaceholders(settings);
    }

    /**
     * Reads a project.
     *
     * @param project the folder of the project
     * @param configured Flyway's settings by name, without a prefix
     * @param folders the folders of migrations; none to take those of the locations
     */
    public static MigrationSeries read(Path project, SettingMap configured, List<Path> folders) {
        FlywaySettings settings = new FlywaySettings(FlywayConf.addTo(project, configured));
        FlywaySeries series = new FlywaySeries(project, settings);
        FlywayLocations locations = new FlywayLocations(project, settings);
        locations.requireFound(folders);
        (folders.isEmpty() ? locations.folders() : folders).forEach(series.folder::read);
        series.byHand.addAll(folders.isEmpty() ? locations.missing() : List.of());
        FlywayConf.files(configured)
                .forEach(file -> series.notes.add("Flyway's settings were read from " + file
                        + ", without its connection. Spring Boot does not read this file."));
        return series.finish();
    }

    private MigrationSeries finish() {
        problems.addAll(folder.problems());
        byHand.addAll(folder.byHand());
        Map<FlywayVersion, FlywayFile> undo = byVersion(FlywayKind.UNDO);
        Map<FlywayVersion, FlywayFile> versions = byVersion(FlywayKind.VERSIONED);
        Map<FlywayVersion, FlywayFile> code = new TreeMap<>();
        folder.code().stream()
                .filter(file -> file.name().kind() == FlywayKind.VERSIONED)
                .forEach(file -> code.put(file.version(), file));
        code.keySet().stream()
                .filter(versions::containsKey)
                .forEach(version -> problems.add("version " + version.text() + " exists twice: " + shown(code, version)
                        + " and " + shown(versions, version) + "."));
        baseline(versions);
        TreeMap<FlywayVersion, FlywayFile> all = new TreeMap<>(versions);
        all.putAll(code);
        all.forEach((version, file) -> migrations.add(
                code.containsKey(version) ? codeMigration(file) : versioned(file, undo.remove(version))));
        undo.values()
                .forEach(file -> byHand.add(new ByHand(
                        file.shown(),
                        "no migration has its version",
                        "Delete it, or give it the version that it reverses.")));
        repeatables();
        callbacks();
        new FlywaySettingsReport(settings, byHand, notes).write();
        return new MigrationSeries(
                migrations,
                byHand,
                notes,
                problems,
                placeholders.used(),
                new FlywayTranslation(settings).settings(),
                null);
    }

    private static String shown(Map<FlywayVersion, FlywayFile> files, FlywayVersion version) {
        FlywayFile file = files.get(version);
        return file == null ? "" : file.shown();
    }

    private Map<FlywayVersion, FlywayFile> byVersion(FlywayKind kind) {
        Map<FlywayVersion, FlywayFile> files = new TreeMap<>();
        of(kind).forEach(file -> {
            FlywayFile other = files.putIfAbsent(file.version(), file);
            if (other != null) {
                problems.add("version " + file.version().text() + " exists twice: " + other.shown() + " and "
                        + file.shown() + ".");
            }
        });
        return files;
    }

    private List<FlywayFile> of(FlywayKind kind) {
        return folder.files().stream()
                .filter(file -> file.name().kind() == kind)
                .toList();
    }

    /** A baseline covers versions: if they exist, they lead to the same schema; if not, it is the first revision. */
    private void baseline(Map<FlywayVersion, FlywayFile> versions) {
        TreeMap<FlywayVersion, FlywayFile> baselines = new TreeMap<>(byVersion(FlywayKind.BASELINE));
        for (FlywayFile file : baselines.values()) {
            boolean newest = file.version().compareTo(baselines.lastKey()) == 0;
            boolean older = versions.keySet().stream().anyMatch(version -> version.compareTo(file.version()) <= 0);
            if (newest && !older) {
                migrations.add(migration(
                        file,
                        new Place("B", file.version().text(), file.version().key()),
                        null,
                        ""));
            } else {
                byHand.add(new ByHand(
                        file.shown(),
                        newest ? "the versions that it covers are imported" : "a newer baseline takes its place",
                        newest
                                ? "Nothing: a new database runs the revisions of the versions. To shorten that, squash them."
                                : "Nothing."));
            }
        }
    }

    private SourceMigration versioned(FlywayFile file, @Nullable FlywayFile undo) {
        if (file.options().condition() != null) {
            byHand.add(new ByHand(
                    file.shown(),
                    "its .conf runs it only if " + file.options().condition(),
                    "A revision always runs. Put the condition into the script, or delete the revision."));
        }
        String version = file.version().text();
        return migration(
                file, new Place("V", version, file.version().key()), undo, "Flyway has no undo script for " + version);
    }

    private void repeatables() {
        List<FlywayFile> files = new ArrayList<>(of(FlywayKind.REPEATABLE));
        files.sort(Comparator.comparing(file -> file.name().description()));
        Map<String, String> seen = new TreeMap<>();
        for (FlywayFile file : files) {
            String description = file.name().description();
            String other = seen.putIfAbsent(description, file.shown());
            if (other != null) {
                problems.add("\"" + description + "\" exists twice: " + other + " and " + file.shown() + ".");
                continue;
            }
            migrations.add(migration(
                    file,
                    new Place("R", description, description),
                    null,
                    "it is a repeatable migration, whose former text is not known"));
        }
    }

    /**
     * The kind of a migration in Flyway.
     *
     * @param kind its prefix
     * @param name its version or description
     * @param key the same text for all spellings of it
     */
    private record Place(String kind, String name, String key) {}

    private SourceMigration migration(FlywayFile file, Place place, @Nullable FlywayFile undo, String irreversible) {
        FlywayPlaceholders.Rewritten up = rewritten(file);
        FlywayPlaceholders.Rewritten down = undo == null ? null : rewritten(undo);
        boolean replaced = up.replaced() || (down != null && down.replaced());
        return new SourceMigration(
                id(place.kind(), place.key()),
                new ImportedFrom(
                        TOOL,
                        place.kind(),
                        List.of(place.name()),
                        List.of(String.valueOf(FlywayChecksum.of(file.text())))),
                file.scriptName(),
                file.name().description().replaceAll("\\s+", " ").strip(),
                replaced,
                new SourceText(
                        file.shown(), up.text(), up.filled(), file.options().inTransaction()),
                undo == null || down == null
                        ? null
                        : new SourceText(
                                undo.shown(),
                                down.text(),
                                down.filled(),
                                undo.options().inTransaction()),
                irreversible);
    }

    private FlywayPlaceholders.Rewritten rewritten(FlywayFile file) {
        if (!file.options().replacesPlaceholders()) {
            return FlywayPlaceholders.unchanged(file.text());
        }
        FlywayPlaceholders.Rewritten rewritten = placeholders.rewrite(file.text(), file.fileName());
        if (rewritten.timestamp()) {
            byHand.add(new ByHand(
                    file.shown(),
                    "${flyway:timestamp} has it run at each start, and a revision runs once",
                    "Write a MigrationListener, or call what it does from the application; remove the placeholder."));
        }
        return rewritten;
    }

    /** Databases that ran it are adopted; a new database is refused until it is written. */
    private SourceMigration codeMigration(FlywayFile file) {
        String version = file.version().text();
        String id = id("V", file.version().key());
        byHand.add(new ByHand(
                file.shown(),
                "a migration in Java has no SQL to convert",
                "Write what it does into the revision " + id + ", or replace that with a Java revision of this id."));
        String text = "DO $java$ BEGIN RAISE EXCEPTION USING\n    MESSAGE = 'Revision " + id
                + " replaces the Java migration of version " + version + ", which is not written yet.',\n"
                + "    HINT = 'Write what it does into this revision.';\nEND $java$;\n";
        return new SourceMigration(
                id,
                new ImportedFrom(TOOL, "V", List.of(version), List.of()),
                file.scriptName(),
                file.name().description().replaceAll("\\s+", " ").strip(),
                false,
                new SourceText(file.shown(), text, null, true),
                null,
                "it replaces a migration in Java");
    }

    private String id(String kind, String key) {
        return RevisionIds.of(TOOL, List.of(settings.table(), kind.equals("B") ? "V" : kind, key));
    }

    private void callbacks() {
        of(FlywayKind.CALLBACK)
                .forEach(file ->
                        byHand.add(FlywayCallback.of(file.shown(), file.name().description())));
    }
}
