/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.alembic;

import dev.retort.internal.imports.ByHand;
import dev.retort.internal.imports.ImportSource;
import dev.retort.internal.imports.MigrationSeries;
import dev.retort.internal.imports.SourceMigration;
import dev.retort.internal.imports.SourceText;
import dev.retort.internal.imports.alembic.AlembicRevision.Way;
import dev.retort.internal.script.ImportedFrom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the series of an Alembic project: the same ids in the same graph, because both tools share the version table. */
public final class AlembicSeries {

    /** The name of the tool in {@code imported_from}. */
    public static final String TOOL = "alembic";

    private static final String ADVICE = "Write what it does as SQL into the revision ";

    private final Path project;
    private final List<SourceMigration> migrations = new ArrayList<>();
    private final List<ByHand> byHand = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final Set<String> fileNames = new HashSet<>();

    private AlembicSeries(Path project) {
        this.project = project.toAbsolutePath().normalize();
    }

    /** Reads a project. */
    public static MigrationSeries read(ImportSource source) {
        return new AlembicSeries(source.project()).of(AlembicProject.of(source).revisions());
    }

    /** {@return the series of revisions} */
    private MigrationSeries of(List<AlembicRevision> revisions) {
        revisions.forEach(this::add);
        if (revisions.isEmpty()) {
            problems.add("the project of Alembic has no revision.");
        } else {
            context(revisions.get(0).context());
        }
        return new MigrationSeries(migrations, byHand, notes(revisions), problems, Map.of(), settings, null);
    }

    private void context(AlembicRevision.Context context) {
        if (!context.dialect().equals("postgresql")) {
            problems.add("env.py renders SQL for " + context.dialect() + ", and Retort runs on PostgreSQL. Give it a"
                    + " URL of PostgreSQL, for instance --set sqlalchemy.url=postgresql://, or as it reads it.");
        }
        if (!context.table().equals("alembic_version")) {
            settings.put("retort.version-table", context.table());
        }
        if (!context.schema().isEmpty()) {
            settings.put("retort.version-table-schema", context.schema());
        }
    }

    private static List<String> notes(List<AlembicRevision> revisions) {
        Set<String> parents = new HashSet<>();
        revisions.forEach(revision -> parents.addAll(revision.place().parents()));
        List<String> heads = revisions.stream()
                .map(AlembicRevision::id)
                .filter(id -> !parents.contains(id))
                .toList();
        return heads.size() < 2
                ? List.of()
                : List.of("There are several heads: " + String.join(", ", heads)
                        + ". `merge heads` makes one of them, or a service upgrades to retort.target=heads.");
    }

    private void add(AlembicRevision revision) {
        String file = shown(revision.path());
        migrations.add(new SourceMigration(
                revision.id(),
                new ImportedFrom(TOOL, null, List.of(revision.id()), List.of()),
                fileName(file, revision.id()),
                revision.message(),
                false,
                upgrade(revision, file),
                downgrade(revision, file),
                "its downgrade in Alembic needs a database",
                revision.place()));
    }

    private String shown(String path) {
        Path file = Path.of(path).toAbsolutePath().normalize();
        return (file.startsWith(project) ? project.relativize(file) : file)
                .toString()
                .replace('\\', '/');
    }

    private String fileName(String file, String id) {
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.pyc?$", "");
        return (fileNames.add(name) ? name : name + "_" + id) + ".sql";
    }

    /** Databases that ran it are past it; a new database is refused until it is written. */
    private SourceText upgrade(AlembicRevision revision, String file) {
        Way way = revision.upgrade();
        if (way.failure().isEmpty()) {
            return new SourceText(file, way.text(), way.text(), !way.hasAutocommit());
        }
        byHand.add(new ByHand(
                file, "upgrade() cannot be rendered without a database: " + way.failure(), ADVICE + revision.id()));
        String text = "DO $python$ BEGIN RAISE EXCEPTION USING\n    MESSAGE = 'Revision " + revision.id()
                + " reads the database in Python, which is not written as SQL yet.',\n"
                + "    HINT = 'Write what it does into this revision.';\nEND $python$;\n";
        return new SourceText(file, text, null, true);
    }

    private @Nullable SourceText downgrade(AlembicRevision revision, String file) {
        Way way = revision.downgrade();
        if (!way.failure().isEmpty()) {
            byHand.add(new ByHand(
                    file,
                    "downgrade() cannot be rendered without a database: " + way.failure(),
                    ADVICE + revision.id() + ", or leave it irreversible"));
            return null;
        }
        String text = way.text();
        return text.isEmpty()
                ? SourceText.nothing(file + ", downgrade")
                : new SourceText(file + ", downgrade", text, null, !way.hasAutocommit());
    }
}
