/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static java.util.Collections.disjoint;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands that the pages name exist, and have the options that the pages write with them. */
class GuideCommandsTests {

    private static final Path ROOT = Path.of("..");
    private static final Path REFERENCE = ROOT.resolve("docs/commands.md");
    private static final Pattern FENCED = Pattern.compile("```\\w*\n(.*?)```", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("`([a-z_]+ [^`\n]+)`");
    private static final Pattern PROGRAM = Pattern.compile(
            "(?m)(?:^(?:\\$ )?retort |java -jar \\S+\\.jar (?:\\S+ )?migrations |java -jar \\S*retort\\.jar )([a-z_]+[^\n|>#`]*)");
    private static final Pattern GOAL =
            Pattern.compile("(?<!dev\\.)retort:([a-z_]+)(?: -Dretort\\.args=\"([^\"]*)\")?");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w=:<(/.-])(--?[A-Za-z][\\w-]*|--\\[no-\\][\\w-]+)");
    private static final Pattern OF_HELP = Pattern.compile("(?m)^ {2,6}(-\\w(?:, )?)?(--[\\w\\[\\]-]+)?");
    private static final Pattern SYNOPSIS = Pattern.compile("(?m)^\\| `([a-z_]+)([^`]*)`");

    /** Options of every command, or of all that connect or write. */
    private static final Set<String> COMMON = Set.of(
            "--help",
            "--json",
            "--location",
            "--reason",
            "--role",
            "--schema",
            "--url",
            "--username",
            "--verbose",
            "--version-table");

    private final Map<String, List<Set<String>>> options = new HashMap<>();
    private final Set<String> ofAll = optionsIn(help("--help"));
    private final List<String> wrong = new ArrayList<>();

    GuideCommandsTests() {
        Pattern.compile("(?m)^  ([a-z_]+)  ")
                .matcher(help("--help"))
                .results()
                .forEach(command -> options.put(command.group(1), optionsOf(help(command.group(1), "--help"))));
        Pattern.compile("(?m)^  ([a-z][a-z.-]+)(?: \\(.*)?:")
                .matcher(help("--help"))
                .results()
                .forEach(setting -> ofAll.add("--" + setting.group(1).replace('.', '-')));
    }

    private static String help(String... arguments) {
        return new Shell(ROOT).run(arguments).out();
    }

    /** {@return the options of a command, each with its names} */
    private static List<Set<String>> optionsOf(String help) {
        return OF_HELP.matcher(help)
                .results()
                .map(line -> Stream.of(line.group(1), line.group(2))
                        .filter(name -> name != null && !name.isBlank())
                        .flatMap(name -> spellings(name.replace(", ", "")).stream())
                        .collect(Collectors.toCollection(TreeSet::new)))
                .<Set<String>>map(names -> names)
                .filter(names -> !names.isEmpty())
                .toList();
    }

    private static List<String> spellings(String option) {
        return option.contains("[no-]")
                ? List.of(option.replace("[no-]", ""), option.replace("[no-]", "no-"))
                : List.of(option);
    }

    @Test
    void everyCommandOfThePagesExists() throws IOException {
        for (Path page : pages()) {
            String text = Files.readString(page);
            INLINE.matcher(FENCED.matcher(text).replaceAll("")).results().forEach(code -> inText(page, code.group(1)));
            Stream.concat(
                            matches(PROGRAM, text).map(found -> found.group(1)),
                            matches(GOAL, text)
                                    .map(found ->
                                            found.group(1) + " " + (found.group(2) == null ? "" : found.group(2))))
                    .forEach(command -> check(page, command));
        }
        assertThat(wrong).isEmpty();
    }

    /** The table of the reference has every command with all its options. */
    @Test
    void theReferenceHasEveryOption() throws IOException {
        Map<String, Set<String>> written = new HashMap<>();
        matches(SYNOPSIS, Files.readString(REFERENCE))
                .filter(row -> options.containsKey(row.group(1)))
                .forEach(row -> written.computeIfAbsent(row.group(1), name -> new TreeSet<>())
                        .addAll(optionsIn(row.group(2))));
        Map<String, List<Set<String>>> missing = new HashMap<>();
        options.forEach((command, all) -> {
            Set<String> row = written.getOrDefault(command, Set.of());
            List<Set<String>> left = all.stream()
                    .filter(names -> disjoint(names, COMMON) && disjoint(names, row))
                    .toList();
            if (!left.isEmpty() || !written.containsKey(command)) {
                missing.put(command, left);
            }
        });
        assertThat(missing).isEmpty();
    }

    /** A sentence of the reference lists the commands without an answer in JSON. */
    @Test
    void theReferenceSaysWhichCommandsAnswerInJson() throws IOException {
        String sentence = matches(Pattern.compile("All but (.*?) take `--json`"), Files.readString(REFERENCE))
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(matches(Pattern.compile("`([a-z_]+)`"), sentence).map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(options.entrySet().stream()
                        .filter(command -> command.getValue().stream().noneMatch(names -> names.contains("--json")))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            files.filter(file -> file.toString().endsWith(".md")),
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** Code in a sentence is a command when it begins with the name of one and has an option. */
    private void inText(Path page, String code) {
        if (options.containsKey(code.replaceFirst(" .*", "")) && code.contains(" -")) {
            check(page, code);
        }
    }

    private void check(Path page, String written) {
        String command = written.strip().replaceFirst("\\s.*", "");
        if (command.startsWith("<") || command.startsWith("-") || command.equals("verify")) {
            return;
        }
        if (!options.containsKey(command)) {
            wrong.add(page + ": " + written);
            return;
        }
        Set<String> unknown = optionsIn(written.substring(written.indexOf(command) + command.length()));
        unknown.removeAll(ofAll);
        options.get(command).forEach(unknown::removeAll);
        if (!unknown.isEmpty()) {
            wrong.add(page + ": " + written + " has no " + unknown);
        }
    }

    private static Set<String> optionsIn(String arguments) {
        Set<String> names = new TreeSet<>();
        matches(OPTION, arguments.replaceAll("'[^']*'|\"[^\"]*\"", ""))
                .forEach(found -> names.addAll(spellings(found.group(1))));
        return names;
    }
}
