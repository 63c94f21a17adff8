/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.numbered;

import dev.retort.internal.imports.MigrationSeries;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.imports.SourceText;
import dev.retort.internal.imports.numbered.NumberedSeries.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The readers, one for each tool. */
public final class NumberedTools {

    private static final Pattern UP_FILE = Pattern.compile("(\\d+)_(.*)\\.up\\.sql");
    private static final Pattern ONE_FILE = Pattern.compile("(\\d+)_(.*)\\.sql");
    private static final Pattern DBMATE_FILE = Pattern.compile("(\\d+)_?(.*)\\.sql");
    private static final Pattern GOOSE_FILE = Pattern.compile("(\\d+)_(.*)(?<!_test)\\.(sql|go)");
    private static final Pattern DIESEL_FOLDER = Pattern.compile("([\\d-]+)_(.*)");
    private static final Pattern DBMATE_MARKER = Pattern.compile("--\\s*migrate:((?:up|down)(?:\\s.*)?)");
    private static final Pattern GOOSE_MARKER = Pattern.compile("\\s*--\\s*\\+goose\\s+(.*)", Pattern.CASE_INSENSITIVE);

    private static final String NO_TRANSACTION = "-- no-transaction";
    private static final Pattern OUTSIDE = Pattern.compile("(?m)^\\s*run_in_transaction\\s*=\\s*false\\b");

    private NumberedTools() {}

    /** Reads the files of golang-migrate: {@code 1_name.up.sql} and {@code 1_name.down.sql}. */
    public static MigrationSeries golangMigrate(Path project, SettingMap settings, List<Path> folders) {
        NumberedSeries series = new NumberedSeries("golang-migrate", project);
        series.read(
                folders,
                List.of("migrations", "db/migrations"),
                UP_FILE,
                (file, name) -> series.add(
                        new Identity(name.group(1), name.group(2)),
                        series.source(file, series.text(file), true),
                        sibling(series, file, name.group(1) + "_" + name.group(2) + ".down.sql", true)));
        return series.finish();
    }

    /** Reads the files of dbmate: sections after {@code -- migrate:up} and {@code -- migrate:down}. */
    public static MigrationSeries dbmate(Path project, SettingMap settings, List<Path> folders) {
        NumberedSeries series = new NumberedSeries("dbmate", project);
        series.read(folders, List.of("db/migrations", "migrations"), DBMATE_FILE, (file, name) -> {
            MarkedSections sections = MarkedSections.of(series.text(file), DBMATE_MARKER);
            if (!sections.says("up", "")) {
                series.problem(file, "it has no line -- migrate:up.");
            }
            begin(series, file, sections);
            series.add(
                    new Identity(name.group(1), name.group(2)),
                    series.source(file, MarkedSections.text(sections.up()), !sections.says("up", "transaction:false")),
                    down(series, file, sections, !sections.says("down", "transaction:false")));
        });
        return series.finish();
    }

    /** Reads the files of goose: sections after {@code -- +goose Up} and {@code -- +goose Down}. */
    public static MigrationSeries goose(Path project, SettingMap settings, List<Path> folders) {
        NumberedSeries series = new NumberedSeries("goose", project);
        series.read(folders, List.of("migrations", "db/migrations"), GOOSE_FILE, (file, name) -> {
            if (name.group(3).equals("go")) {
                series.problem(file, "it is written in Go. Write what it does as SQL into a file of the same number.");
                return;
            }
            MarkedSections sections = MarkedSections.of(series.text(file), GOOSE_MARKER);
            begin(series, file, sections);
            if (sections.says("envsub on", "")) {
                series.problem(file, "it takes values from the environment (ENVSUB). Write them into the file.");
            }
            boolean inTransaction = !sections.says("no transaction", "");
            series.add(
                    new Identity(name.group(1), name.group(2)),
                    series.source(file, MarkedSections.text(sections.up()), inTransaction),
                    down(series, file, sections, inTransaction));
        });
        return series.finish();
    }

    /** Reads the folders of diesel: {@code 2026-01-01-120000_name/up.sql} and {@code down.sql}. */
    public static MigrationSeries diesel(Path project, SettingMap settings, List<Path> folders) {
        NumberedSeries series = new NumberedSeries("diesel", project);
        series.read(folders, List.of("migrations"), DIESEL_FOLDER, (folder, name) -> {
            Path up = folder.resolve("up.sql");
            if (!Files.exists(up)) {
                if (Files.isDirectory(folder)) {
                    series.leftOut(folder, "it has no up.sql", "Write one, or delete the folder.");
                }
                return;
            }
            Path metadata = folder.resolve("metadata.toml");
            boolean inTransaction = !Files.exists(metadata)
                    || !OUTSIDE.matcher(series.text(metadata)).find();
            series.add(
                    new Identity(name.group(1).replace("-", ""), name.group(2)),
                    series.source(up, series.text(up), inTransaction),
                    sibling(series, up, "down.sql", inTransaction));
        });
        return series.finish();
    }

    /** Reads the files of sqlx: {@code 1_name.sql}, or {@code 1_name.up.sql} and {@code 1_name.down.sql}. */
    public static MigrationSeries sqlx(Path project, SettingMap settings, List<Path> folders) {
        NumberedSeries series = new NumberedSeries("sqlx", project);
        series.read(folders, List.of("migrations"), ONE_FILE, (file, name) -> {
            String rest = name.group(2);
            if (rest.endsWith(".down")) {
                series.expect(file);
                return;
            }
            boolean reversible = rest.endsWith(".up");
            String base = reversible ? rest.substring(0, rest.length() - ".up".length()) : rest;
            String text = series.text(file);
            String down = name.group(1) + "_" + base + ".down.sql";
            series.add(
                    new Identity(name.group(1), base, List.of(sha384(file))),
                    series.source(file, text, !text.startsWith(NO_TRANSACTION)),
                    reversible ? sibling(series, file, down, true) : null);
        });
        return series.finish();
    }

    private static @Nullable SourceText sibling(NumberedSeries series, Path file, String name, boolean inTransaction)
            throws IOException {
        Path sibling = file.resolveSibling(name);
        if (!Files.exists(sibling)) {
            return null;
        }
        String text = series.text(sibling);
        return series.source(sibling, text, inTransaction && !text.startsWith(NO_TRANSACTION));
    }

    private static void begin(NumberedSeries series, Path file, MarkedSections sections) {
        if (sections.beginsWithStatements()) {
            series.problem(file, "it has statements before its first section, which " + series.tool() + " refuses.");
        }
    }

    private static @Nullable SourceText down(
            NumberedSeries series, Path file, MarkedSections sections, boolean inTransaction) {
        String text = MarkedSections.text(sections.down());
        return text.isBlank() ? null : series.source(file, text, inTransaction);
    }

    private static String sha384(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-384").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-384", e);
        }
    }
}
