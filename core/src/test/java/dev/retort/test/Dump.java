/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code pg_dump}, where there is one that is not older than the server; the embedded servers come without. */
public final class Dump {

    /** Comments, commands for psql, and what belongs to no object of the schema. */
    private static final Pattern NOT_COMPARED = Pattern.compile("--|\\\\|ALTER DEFAULT PRIVILEGES ");

    private static final Pattern STORAGE = Pattern.compile("WITH \\((\\w+=[^()]*)\\)");
    private static final Pattern STATISTICS = Pattern.compile("(CREATE STATISTICS .* ON )(.*)( FROM .*)");
    private static final Pattern COLUMN_COMMENT =
            Pattern.compile("COMMENT ON COLUMN [^\\n]* IS (?:'(?:[^']++|'')*+'|E'(?:[^'\\\\]++|''|\\\\.)*+');\\n");
    private static final Pattern COLUMN_COMMENTS = Pattern.compile("(?:" + COLUMN_COMMENT + ")+");
    private static final Pattern GRANTS = Pattern.compile("(?m)(?:^GRANT [^\\n]*;\\n)+");
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private final @Nullable String missing;

    private boolean privileges = true;

    private Dump(@Nullable String missing) {
        this.missing = missing;
    }

    /** Looks for one that can read a server of a major version. */
    public static Dump find(int server) {
        try {
            Matcher version = VERSION.matcher(run(List.of("pg_dump", "--version")));
            boolean known = version.find() && Integer.parseInt(version.group(1)) >= server;
            return new Dump(known ? null : "the pg_dump that is installed is older than the server");
        } catch (IOException e) {
            return new Dump("no pg_dump is installed");
        }
    }

    /** {@return whether there is one} */
    public boolean isPresent() {
        return missing == null;
    }

    /** Says whether privileges are printed. */
    void comparePrivileges(boolean compared) {
        privileges = compared;
    }

    /** {@return the schema of a database, columns and storage parameters sorted by name; nothing when there is no pg_dump} */
    public String of(TestDatabase database) {
        return missing == null ? unordered(dumped(database, "--schema-only")) : "";
    }

    /** {@return the schema, with the rows and the values of the sequences; nothing when there is no pg_dump} */
    public String withRows(TestDatabase database) {
        return missing == null ? unordered(dumped(database, "--inserts")) : "";
    }

    private String dumped(TestDatabase database, String what) {
        try {
            return run(List.of(
                    "pg_dump",
                    what,
                    privileges ? "--no-owner" : "--no-acl",
                    "--no-owner",
                    "--host=localhost",
                    "--port=" + database.port(),
                    "--username=" + database.user(),
                    database.name()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String unordered(String dump) {
        String read = dump.replace("\r\n", "\n").replace('\r', '\n');
        String commented = COLUMN_COMMENTS.matcher(withSortedColumns(read)).replaceAll(Dump::sortedComments);
        return GRANTS.matcher(commented).replaceAll(Dump::sortedGrants);
    }

    /** They are printed in the order in which they were granted. */
    private static String sortedGrants(MatchResult grants) {
        return Matcher.quoteReplacement(grants.group().lines().sorted().collect(Collectors.joining("\n", "", "\n")));
    }

    /** They are printed in the order of the table's columns. */
    private static String sortedComments(MatchResult comments) {
        return Matcher.quoteReplacement(COLUMN_COMMENT
                .matcher(comments.group())
                .results()
                .map(MatchResult::group)
                .sorted()
                .collect(Collectors.joining()));
    }

    private static String withSortedColumns(String dump) {
        StringBuilder result = new StringBuilder();
        List<String> columns = new ArrayList<>();
        boolean inTable = false;
        for (String line : dump.split("\n", -1)) {
            if (inTable && line.startsWith("    ")) {
                columns.add(line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
                continue;
            }
            columns.stream().sorted().forEach(column -> result.append(column).append('\n'));
            columns.clear();
            inTable = line.startsWith("CREATE TABLE ")
                    || line.startsWith("CREATE UNLOGGED TABLE ")
                    || (inTable && line.startsWith("("));
            if (!NOT_COMPARED.matcher(line).lookingAt() && !line.isBlank()) {
                String sorted = STATISTICS.matcher(line).replaceAll(Dump::sortedColumns);
                result.append(STORAGE.matcher(sorted).replaceAll(Dump::sorted)).append('\n');
            }
        }
        return result.toString();
    }

    /** They are printed in the order of the table's columns. */
    private static String sortedColumns(MatchResult statistics) {
        String sorted = Stream.of(statistics.group(2).split(", ")).sorted().collect(Collectors.joining(", "));
        return Matcher.quoteReplacement(statistics.group(1) + sorted + statistics.group(3));
    }

    /** They are kept in the order in which they were set last. */
    private static String sorted(MatchResult parameters) {
        String sorted = Stream.of(parameters.group(1).split(", ")).sorted().collect(Collectors.joining(", "));
        return Matcher.quoteReplacement("WITH (" + sorted + ")");
    }

    /** {@return what a database can be compared with, for messages} */
    @Override
    public String toString() {
        return missing == null ? "the catalog reader and pg_dump" : "the catalog reader alone: " + missing;
    }
}
