/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * States of a schema, one after the other, of which each is a whole schema by itself.
 *
 * <p>Either a folder with a file for each state, such as the dumps of an application's releases, in the order of their names
 * ({@code before.sql} comes before {@code after.sql}, and {@code rows.sql} fills the first state); or one file in which lines
 * {@code -- state: name} begin the states. What is above the first such line is in all of them, and what follows a line {@code
 * -- rows} fills the state above it.
 *
 * @param name what the states are of
 * @param states the states in their order
 */
public record SchemaStates(String name, List<State> states) {

    private static final Pattern STATE = Pattern.compile("(?m)^-- state: (.*)$");
    private static final Pattern ROWS = Pattern.compile("(?m)^-- rows$");
    private static final Pattern META_COMMAND = Pattern.compile("(?m)^\\\\.*$");

    /**
     * A state.
     *
     * @param name its name
     * @param sql what makes it in an empty database
     * @param rows what fills it
     */
    public record State(String name, String sql, String rows) {

        /** What comes before the first state. */
        static final State EMPTY = new State("empty", "", "");
    }

    /**
     * Two states that follow each other.
     *
     * @param of what they are of
     * @param before the earlier one
     * @param after the later one
     */
    public record Pair(String of, State before, State after) {

        /** {@return its name, for messages} */
        @Override
        public String toString() {
            return of + ": " + before.name + " -> " + after.name;
        }
    }

    /** {@return all states below a folder} */
    public static List<SchemaStates> below(Path folder) {
        List<SchemaStates> all = new ArrayList<>();
        List<Path> flat = new ArrayList<>();
        for (Path path : list(folder)) {
            if (Files.isDirectory(path)) {
                all.addAll(below(path));
            } else if (path.toString().endsWith(".sql")) {
                String text = Golden.read(path);
                if (STATE.matcher(text).find()) {
                    all.add(new SchemaStates(nameOf(path), split(text)));
                } else {
                    flat.add(path);
                }
            }
        }
        if (!flat.isEmpty()) {
            all.add(new SchemaStates(String.valueOf(folder.getFileName()), ofFiles(flat)));
        }
        return all;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted(Comparator.comparing((Path path) -> !path.endsWith("before.sql"))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<State> ofFiles(List<Path> files) {
        String rows = files.stream()
                .filter(file -> file.endsWith("rows.sql"))
                .map(Golden::read)
                .findFirst()
                .orElse("");
        List<State> states = new ArrayList<>();
        for (Path file : files) {
            if (!file.endsWith("rows.sql")) {
                states.add(
                        new State(nameOf(file), withoutMetaCommands(Golden.read(file)), states.isEmpty() ? rows : ""));
            }
        }
        return states;
    }

    private static List<State> split(String text) {
        List<State> states = new ArrayList<>();
        Matcher matcher = STATE.matcher(text);
        matcher.find();
        String common = text.substring(0, matcher.start());
        do {
            int begin = matcher.end();
            String name = matcher.group(1).strip();
            int end = matcher.find() ? matcher.start() : text.length();
            String[] parts = ROWS.split(text.substring(begin, end), 2);
            states.add(new State(name, common + parts[0], parts.length > 1 ? parts[1] : ""));
            matcher.region(end, text.length());
        } while (matcher.find());
        return states;
    }

    private static String withoutMetaCommands(String sql) {
        return META_COMMAND.matcher(sql).replaceAll("");
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.sql$", "");
    }

    /** {@return what follows each other: the empty database and the first state, unless that is called {@code before}, and so on} */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        State before = State.EMPTY;
        for (State state : states) {
            boolean first = before.equals(State.EMPTY)
                    && (state.sql().isBlank() || state.name().equals("before"));
            if (!first) {
                pairs.add(new Pair(name, before, state));
            }
            before = state;
        }
        return pairs;
    }
}
