/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the guide: every page is in one, with the tests that play it. */
class GuideTableTests {

    private static final Path ROOT = Path.of("..");
    private static final Path GUIDE = ROOT.resolve("docs");
    private static final Pattern PAGE = Pattern.compile("\\]\\(([^)]+\\.md)\\)");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)`( \\(nightly\\))?");

    /**
     * A row of a table.
     *
     * @param pages the paths of its pages below the folder of the guide
     * @param tests the tests, with the remark that they are nightly
     */
    private record Row(List<String> pages, Map<String, Boolean> tests) {}

    @Test
    void everyPageIsInOneRow() throws IOException {
        List<String> listed =
                rows().stream().flatMap(row -> row.pages().stream()).toList();

        try (Stream<Path> english = Files.list(GUIDE);
                Stream<Path> french = Files.list(GUIDE.resolve("fr"))) {
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(english, french)
                            .filter(file -> file.toString().endsWith(".md") && !file.endsWith("README.md"))
                            .map(file -> GUIDE.relativize(file).toString())
                            .toList());
        }
    }

    /** A test names the page that it plays; one that is only nightly is marked, so that a reader knows what a build checks. */
    @Test
    void everyTestExistsAndNamesItsPage() throws IOException {
        Map<String, List<Path>> sources = testSources();
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            for (Map.Entry<String, Boolean> test : row.tests().entrySet()) {
                if (!plays(sources.getOrDefault(test.getKey(), List.of()), row.pages(), test.getValue())) {
                    wrong.add(test.getKey() + " of " + row.pages());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPageWithASessionIsPlayed() throws IOException {
        List<String> unplayed = new ArrayList<>();
        for (Row row : rows()) {
            for (String page : row.pages()) {
                if (row.tests().isEmpty()
                        && Files.readString(GUIDE.resolve(page)).contains("```console\n")) {
                    unplayed.add(page);
                }
            }
        }
        assertThat(unplayed).isEmpty();
    }

    private static boolean plays(List<Path> sources, List<String> pages, boolean nightly) throws IOException {
        for (Path source : sources) {
            String text = Files.readString(source);
            boolean named = pages.isEmpty()
                    || pages.stream()
                            .map(page -> Path.of(page).getFileName().toString())
                            .anyMatch(text::contains);
            if (named && text.contains("\n@Tag(\"nightly\")\n") == nightly) {
                return true;
            }
        }
        return false;
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(GUIDE.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .map(GuideTableTests::row)
                .toList();
    }

    private static Row row(String line) {
        String[] cells = line.split(" \\| ?");
        Map<String, Boolean> tests = new HashMap<>();
        TEST.matcher(cells[cells.length - 1])
                .results()
                .forEach(test -> tests.put(test.group(1), test.group(2) != null));
        return new Row(PAGE.matcher(line).results().map(page -> page.group(1)).toList(), Map.copyOf(tests));
    }

    private static Map<String, List<Path>> testSources() throws IOException {
        Map<String, List<Path>> sources = new HashMap<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    files.filter(file -> file.toString().endsWith("Tests.java"))
                            .forEach(file -> sources.computeIfAbsent(name(file), name -> new ArrayList<>())
                                    .add(file));
                }
            }
        }
        return sources;
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }
}
