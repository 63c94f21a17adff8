/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The tables of maven.md, and the goals, configurations and properties of all pages, are those of the plugin's descriptor. */
class MavenPageTests {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/maven.md");
    private static final Pattern TABLE = Pattern.compile("(?m)^\\| property \\|.*\n(?:\\|.*\n)+");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`retort[^|]*) \\| ?([^|]*?) ?\\|.*$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("(?m)mvn [^`\n]*?retort:([a-z_-]+)([^`\n]*)");

    private final Element descriptor = parse(read(Path.of("target/classes/META-INF/maven/plugin.xml")));
    private final Map<String, Element> goals = new HashMap<>();

    MavenPageTests() {
        elements(descriptor, "mojo").forEach(mojo -> goals.put(text(mojo, "goal"), mojo));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static List<Element> children(Element parent) {
        NodeList found = parent.getChildNodes();
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .map(Node::getTextContent)
                .findFirst()
                .orElse("");
    }

    private Element goal(String name) {
        return Objects.requireNonNull(goals.get(name));
    }

    /** {@return the properties of a goal with their defaults} */
    private Map<String, String> properties(String goal) {
        Map<String, String> properties = new TreeMap<>();
        elements(goal(goal), "configuration").stream()
                .flatMap(configuration -> children(configuration).stream())
                .filter(parameter -> parameter.getTextContent().startsWith("${retort."))
                .forEach(parameter -> properties.put(
                        parameter.getTextContent().replaceAll("^\\$\\{|}$", ""),
                        parameter.getAttribute("default-value")));
        return properties;
    }

    private static List<Map<String, String>> tables() {
        return TABLE.matcher(read(PAGE))
                .results()
                .map(table -> rows(table.group()))
                .toList();
    }

    private static Map<String, String> rows(String table) {
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(table)
                .results()
                .forEach(row -> CODE.matcher(row.group(1))
                        .results()
                        .forEach(name -> rows.put(name.group(1), row.group(2).replace("`", ""))));
        return rows;
    }

    @Test
    void theFirstTableIsThatOfEveryCommand() {
        Map<String, String> table = new TreeMap<>(tables().get(0));
        Map<String, String> expected = new TreeMap<>(properties("current"));
        // The page describes these defaults in words.
        List.of("retort.mainClass", "retort.workingDirectory").forEach(name -> {
            table.computeIfPresent(name, (key, words) -> "");
            expected.computeIfPresent(name, (key, value) -> "");
        });
        assertThat(table).isEqualTo(expected);
        goals.keySet().stream()
                .filter(goal -> !goal.equals("verify-scripts"))
                .forEach(goal -> assertThat(properties(goal)).as(goal).containsKeys("retort.args", "retort.profiles"));
    }

    @Test
    void theSecondTableIsThatOfTheGoalsThatCompare() {
        Map<String, String> table = tables().get(1);
        Map<String, Set<String>> goalsOf = new TreeMap<>();
        for (String goal : List.of("check", "lint", "revision")) {
            properties(goal).keySet().stream()
                    .filter(name -> !properties("current").containsKey(name))
                    .forEach(name -> goalsOf.computeIfAbsent(name, key -> new TreeSet<>())
                            .add(goal));
        }
        assertThat(table.keySet()).isEqualTo(goalsOf.keySet());
        table.forEach((name, meaning) -> {
            Set<String> of = goalsOf.getOrDefault(name, Set.of());
            assertThat(meaning.contains(" only: ")).as(name).isEqualTo(of.size() < 3);
            if (of.size() < 3) {
                assertThat(meaning.substring(0, meaning.indexOf(" only: ")))
                        .as(name)
                        .contains(of.stream().map(goal -> "retort:" + goal).toList());
            }
        });
    }

    @Test
    void theThirdTableIsThatOfVerifyScripts() {
        Map<String, String> table = new TreeMap<>(tables().get(2));
        table.replaceAll((name, value) -> value.equals("none") ? "" : value);
        assertThat(table).isEqualTo(properties("verify-scripts"));
    }

    @Test
    void phasesAndVersionsAreThoseOfTheDescriptor() {
        assertThat(read(PAGE))
                .contains("requires Maven " + text(descriptor, "requiredMavenVersion") + " or later")
                .contains("`verify-scripts` is bound to `" + text(goal("verify-scripts"), "phase") + "`")
                .contains("only the phase `" + text(goal("current"), "executePhase") + "`");
        assertThat(read(ROOT.resolve("docs/lint.md")))
                .contains("`retort:lint` has the phase `" + text(goal("lint"), "phase") + "`");
    }

    @Test
    void goalsAndConfigurationsOfAllPagesExist() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult block : XML.matcher(read(page)).results().toList()) {
                Element root = parse("<page>" + block.group(1).replaceAll("<\\?xml[^>]*>", "") + "</page>");
                Stream.concat(
                                elements(root, "execution").stream(),
                                elements(root, "plugin").stream()
                                        .filter(plugin ->
                                                text(plugin, "artifactId").equals("retort-maven-plugin")))
                        .forEach(part -> unknown(part).forEach(name -> wrong.add(page + ": " + name)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** {@return the goals of an execution or a plugin that do not exist, and the parameters that none of its goals has} */
    private List<String> unknown(Element part) {
        List<String> named =
                elements(part, "goal").stream().map(Node::getTextContent).toList();
        List<String> unknown = new ArrayList<>(
                named.stream().filter(goal -> !goals.containsKey(goal)).toList());
        Set<String> parameters = (named.isEmpty() ? goals.keySet() : named)
                .stream()
                        .filter(goals::containsKey)
                        .flatMap(goal -> elements(goal(goal), "parameter").stream())
                        .map(parameter -> text(parameter, "name"))
                        .collect(Collectors.toSet());
        children(part).stream()
                .filter(child -> child.getTagName().equals("configuration"))
                .flatMap(configuration -> children(configuration).stream())
                .map(Element::getTagName)
                .filter(name -> !parameters.contains(name))
                .forEach(unknown::add);
        return unknown;
    }

    @Test
    void propertiesOnTheLinesOfAllPagesAreThoseOfTheirGoals() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult line : LINE.matcher(read(page)).results().toList()) {
                Set<String> known = goals.containsKey(line.group(1))
                        ? properties(line.group(1)).keySet()
                        : Set.of();
                Pattern.compile("-D(retort\\.[A-Za-z.]+)")
                        .matcher(line.group(2))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !known.contains(name))
                        .forEach(name -> wrong.add(page + ": " + line.group()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            files.filter(file -> file.toString().endsWith(".md")), Stream.of(ROOT.resolve("README.md")))
                    .sorted()
                    .toList();
        }
    }
}
