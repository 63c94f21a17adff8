/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps old terms out of code, messages, comments and documentation. The lists of terms, folders and exceptions are in
 * {@code src/test/resources/words}.
 */
class WordListTests {

    private static final Path PROJECT = Path.of("..");
    private static final Path LISTS = Path.of("src/test/resources/words");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z])_(?=[A-Za-z])");
    private static final Pattern LINE_START = Pattern.compile("^[\\s*/+\"#>|-]+");

    private final Map<Pattern, String> terms = terms();
    private final Pattern any = any(terms.keySet());
    private final List<Allowed> exceptions = exceptions();

    /**
     * An old term that is right.
     *
     * @param path the beginning of the path
     * @param text a part of the line
     */
    private record Allowed(String path, String text) {
        boolean allows(String file, String line) {
            return file.startsWith(path) && line.contains(text);
        }
    }

    @Test
    void listedFoldersHaveNoOldTerms() throws IOException {
        List<Allowed> unused = new ArrayList<>(exceptions);
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            String name = PROJECT.relativize(file).toString().replace('\\', '/');
            List<String> inPath = oldTermsInPath(name);
            if (!inPath.isEmpty() && exceptions.stream().noneMatch(allowed -> allowed.allows(name, name))) {
                found.add(name + ": " + inPath);
            }
            List<String> lines = lines(file);
            List<String> words = lines.stream().map(WordListTests::words).toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                List<String> old = oldTermsIn(words.get(i), i + 1 < words.size() ? words.get(i + 1) : "");
                if (old.isEmpty()) {
                    continue;
                }
                if (exceptions.stream().noneMatch(allowed -> allowed.allows(name, line))) {
                    found.add(name + ":" + (i + 1) + ": " + old);
                }
                unused.removeIf(allowed -> allowed.allows(name, line));
            }
        }

        assertThat(found).isEmpty();
        assertThat(unused).as("exceptions that nothing needs").isEmpty();
    }

    @Test
    void findsTermsInSentencesIdentifiersAndAcrossLines() {
        assertThat(oldTerms("/** Nobody reads it. */", "")).hasSize(1);
        assertThat(oldTerms("void readsTheBooksAnew() {", "")).hasSize(2);
        assertThat(oldTerms("COMMENT_OF_BOOKS", "")).hasSize(1);
        assertThat(oldTerms(" * The view is made", " * again afterwards.")).hasSize(1);
        assertThat(oldTerms("\"the view is made\"", "+ \" again\"")).hasSize(1);
        assertThat(oldTerms("sealed interface Tomorrow {}", "import java.util.concurrent.Callable;"))
                .isEmpty();
    }

    @Test
    void findsTermsInNamesOfFilesAndFolders() {
        assertThat(oldTermsInPath("docs/adr/0002-sessions-given-back.md")).hasSize(1);
        assertThat(oldTermsInPath("core/src/blueprint/HistoryBooks.java")).hasSize(2);
        assertThat(oldTermsInPath("core/src/test/java/dev/retort/graph/PlanTests.java"))
                .isEmpty();
    }

    private List<String> oldTermsInPath(String path) {
        return oldTerms(path.replaceAll("\\W+", " "), "");
    }

    private List<String> oldTerms(String line, String next) {
        return oldTermsIn(words(line), words(next));
    }

    private List<String> oldTermsIn(String words, String next) {
        String both = words + " " + LINE_START.matcher(next).replaceFirst("");
        if (!any.matcher(both).find()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        terms.forEach((pattern, instead) -> {
            Matcher matcher = pattern.matcher(both);
            if (matcher.find() && matcher.start() < words.length()) {
                found.add("\"" + matcher.group() + "\": write " + instead);
            }
        });
        return found;
    }

    private static String words(String line) {
        String words =
                HUMP.matcher(line).replaceAll(" ").toLowerCase(Locale.ROOT).stripTrailing();
        return words.endsWith("\"") ? words.substring(0, words.length() - 1) : words;
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : list("folders.txt")) {
            try (Stream<Path> below = Files.walk(PROJECT.resolve(folder))) {
                below.filter(Files::isRegularFile)
                        .filter(file -> !isBuilt(file))
                        .forEach(files::add);
            }
        }
        return files;
    }

    /** {@return whether a file is below the folder {@code target} of a module} */
    private static boolean isBuilt(Path file) {
        Path inProject = PROJECT.relativize(file);
        return inProject.getNameCount() > 1 && inProject.getName(1).toString().equals("target");
    }

    /** {@return the lines of a file; none of a file that is not text} */
    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            return List.of();
        }
    }

    private static Map<Pattern, String> terms() {
        Map<Pattern, String> terms = new LinkedHashMap<>();
        for (String line : list("terms.txt")) {
            String[] parts = line.split(" => ", 2);
            terms.put(Pattern.compile(parts[0]), parts[1]);
        }
        return terms;
    }

    /** {@return a quick pattern for lines that have any of the terms, all of which begin at the boundary of a word} */
    private static Pattern any(Set<Pattern> terms) {
        return Pattern.compile(terms.stream()
                .flatMap(term -> Stream.of(term.pattern().split("\\|\\\\b")))
                .map(term -> term.replaceFirst("^\\\\b", ""))
                .collect(Collectors.joining("|", "\\b(?:", ")")));
    }

    private static List<Allowed> exceptions() {
        return list("exceptions.txt").stream()
                .map(line -> line.split(" ::", 3))
                .map(parts -> new Allowed(parts[0], parts[1].strip()))
                .toList();
    }

    private static List<String> list(String name) {
        try {
            return Files.readAllLines(LISTS.resolve(name)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
