/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.numbered;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.ByHand;
import dev.retort.internal.imports.MigrationSeries;
import dev.retort.internal.imports.RevisionIds;
import dev.retort.internal.imports.SourceMigration;
import dev.retort.internal.imports.SourceText;
import dev.retort.internal.script.ImportedFrom;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects migrations by their numbers and makes a series of them. */
final class NumberedSeries {

    /** Where a database says which revision to stamp, and what it says of a migration that failed. */
    private static final Map<String, String> HISTORIES = Map.of(
            "golang-migrate",
            "A database is at the version in schema_migrations. Where dirty is true, that migration failed halfway: repair"
                    + " the schema and run `migrate force`, then stamp the revision.",
            "dbmate",
            "A database is at the newest version in schema_migrations: stamp its revision.",
            "goose",
            "A database is at the newest version in goose_db_version whose last row has is_applied true: stamp its"
                    + " revision.",
            "diesel",
            "A database is at the newest version in __diesel_schema_migrations: stamp its revision.",
            "sqlx",
            "A database is at the newest version in _sqlx_migrations. Where success is false, that migration failed halfway:"
                    + " repair the schema and delete the row, then stamp the revision.");

    private final String tool;
    private final Path project;
    private final Map<BigInteger, SourceMigration> migrations = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<ByHand> byHand = new ArrayList<>();
    private final Set<Path> read = new TreeSet<>();
    private final Set<Path> unread = new TreeSet<>();

    NumberedSeries(String tool, Path project) {
        this.tool = tool;
        this.project = project;
    }

    /** The treatment of a file or folder whose name has a number. */
    @FunctionalInterface
    interface Entry {
        void read(Path file, Matcher name) throws IOException;
    }

    /**
     * Reads the entries of a folder whose names match.
     *
     * @param folders the folders that were named; none to take the first of the usual ones that is there
     * @param usual the usual ones
     * @param name the pattern
     * @param entry what is done with each
     */
    void read(List<Path> folders, List<String> usual, Pattern name, Entry entry) {
        List<Path> all = folders.isEmpty()
                ? usual.stream()
                        .map(project::resolve)
                        .filter(Files::isDirectory)
                        .limit(1)
                        .toList()
                : folders;
        if (all.isEmpty()) {
            problems.add("no folder " + String.join(" or ", usual) + " is below " + project + ": name it with --from.");
        }
        for (Path folder : all) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    Matcher matcher = name.matcher(String.valueOf(file.getFileName()));
                    if (matcher.matches()) {
                        entry.read(file, matcher);
                    } else if (String.valueOf(file.getFileName()).endsWith(".sql")) {
                        expect(file);
                    }
                }
            } catch (IOException e) {
                throw new RetortException(
                        "The folder " + folder + " cannot be read.", e.toString(), "Check it and its rights.", e);
            }
        }
    }

    /** {@return the text of a file, line ends as LF; empty when it is not UTF-8, which is a problem} */
    String text(Path file) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return withoutMark.replace("\r\n", "\n").replace('\r', '\n');
        } catch (CharacterCodingException e) {
            problem(file, "the file is not UTF-8.");
            return "";
        }
    }

    String tool() {
        return tool;
    }

    /** A file must be read as the way down of a migration. */
    void expect(Path file) {
        if (!read.contains(file)) {
            unread.add(file);
        }
    }

    /** A file or folder has no part in the series. */
    void leftOut(Path file, String reason, String advice) {
        byHand.add(new ByHand(shown(file), reason, advice));
    }

    void problem(Path file, String problem) {
        problems.add(shown(file) + ": " + problem);
    }

    /** {@return the text of a section of a file} */
    SourceText source(Path file, String text, boolean inTransaction) {
        read.add(file);
        unread.remove(file);
        return new SourceText(shown(file), text, text, inTransaction);
    }

    private String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path root = project.toAbsolutePath().normalize();
        return (absolute.startsWith(root) ? root.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    /**
     * What identifies a migration.
     *
     * @param version the number as it is written
     * @param name the rest of the name
     * @param checksums the checksums that the tool records; none for most
     */
    record Identity(String version, String name, List<String> checksums) {
        Identity(String version, String name) {
            this(version, name, List.of());
        }
    }

    /** Adds a migration. */
    void add(Identity identity, SourceText up, @Nullable SourceText down) {
        BigInteger number = new BigInteger(identity.version());
        SourceMigration migration = new SourceMigration(
                RevisionIds.of(tool, List.of(number.toString())),
                new ImportedFrom(tool, null, List.of(identity.version()), identity.checksums()),
                identity.version() + "_" + identity.name() + ".sql",
                identity.name().replace('_', ' ').replace('-', ' ').strip(),
                false,
                up,
                down,
                "its " + tool + " migration has no way down");
        SourceMigration other = migrations.putIfAbsent(number, migration);
        if (other != null) {
            problems.add("version " + identity.version() + " exists twice: "
                    + other.upgrade().file() + " and " + up.file() + ".");
        }
    }

    MigrationSeries finish() {
        if (migrations.isEmpty() && problems.isEmpty()) {
            problems.add("no file has the form of name of " + tool + ".");
        }
        unread.forEach(file -> leftOut(
                file,
                "it is no migration of " + tool + " by its name, and belongs to none",
                "Nothing, if " + tool + " did not run it. Otherwise rename it and import again."));
        return new MigrationSeries(
                new ArrayList<>(migrations.values()),
                byHand,
                List.of(HISTORIES.getOrDefault(tool, "")),
                problems,
                Map.of(),
                Map.of(),
                null);
    }
}
