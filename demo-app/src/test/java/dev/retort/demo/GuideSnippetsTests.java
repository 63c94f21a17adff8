/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the snippets of the guide: Java compiles, dependencies exist, and links have targets. */
class GuideSnippetsTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ARTIFACT =
            Pattern.compile("<artifactId>(retort-[a-z-]+)</artifactId>(?:\\s*<version>([^<]*)</version>)?");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    /** What a snippet that is no whole file may use. */
    private static final String IMPORTS = """
            import dev.retort.annotation.*;
            import dev.retort.migration.*;
            import dev.retort.testing.*;
            import jakarta.persistence.*;
            import java.util.*;
            import org.springframework.boot.test.context.*;
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            pages.addAll(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
            return pages.stream();
        }
    }

    /**
     * A block is a file of the quickstart, which is played, or a part of a source that is compiled, or compiles by
     * itself.
     */
    @ParameterizedTest
    @MethodSource("pages")
    void javaCompiles(Path page) throws IOException {
        for (String block : blocks(JAVA, page)) {
            if (!block.startsWith("// src/") && !isQuoted(block)) {
                compile(page, block);
            }
        }
    }

    private static List<String> blocks(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean isQuoted(String block) throws IOException {
        String wanted = withoutSpace(block);
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (withoutSpace(Files.readString(file)).contains(wanted)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    private void compile(Path page, String block) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        StringWriter complaints = new StringWriter();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return IMPORTS + block;
                    }
                };
        boolean compiles = compiler.getTask(
                        complaints, null, null, List.of("-proc:none", "-d", folder.toString()), null, List.of(source))
                .call();
        assertThat(compiles).as(page + ":\n" + block + complaints).isTrue();
    }

    /** A version of a snippet is this one; a snippet without one is for those who import the bill of materials. */
    @ParameterizedTest
    @MethodSource("pages")
    void dependenciesAreInTheBillOfMaterials(Path page) throws IOException {
        String text = Files.readString(page);
        for (String block : blocks(XML, page)) {
            for (MatchResult found : ARTIFACT.matcher(block).results().toList()) {
                assertThat(managed()).as(page.toString()).contains(found.group(1));
                if (found.group(2) == null) {
                    assertThat(text)
                            .as(page + " says where the version comes from")
                            .contains("retort-bom");
                } else {
                    assertThat(found.group(2)).as(page.toString()).isEqualTo(version(ROOT.resolve("pom.xml")));
                }
            }
        }
    }

    /** {@return what the bill of materials has, and itself} */
    private static List<String> managed() throws IOException {
        return artifacts(ROOT.resolve("bom/pom.xml"));
    }

    private static List<String> artifacts(Path pom) throws IOException {
        return Pattern.compile("<artifactId>(retort-[a-z-]+)</artifactId>")
                .matcher(Files.readString(pom))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String version(Path pom) throws IOException {
        return Pattern.compile("<version>([^<]*)</version>")
                .matcher(Files.readString(pom))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theBillOfMaterialsHasEveryModuleThatIsPublished() throws IOException {
        List<String> modules = new ArrayList<>();
        for (String module : blocks(Pattern.compile("<module>([^<]*)</module>"), ROOT.resolve("pom.xml"))) {
            Path pom = ROOT.resolve(module).resolve("pom.xml");
            if (Files.exists(pom) && !Files.readString(pom).contains("<maven.deploy.skip>true")) {
                modules.add(own(pom));
            }
        }
        modules.remove("retort-benchmarks");
        assertThat(managed()).containsExactlyInAnyOrderElementsOf(modules);
        assertThat(version(ROOT.resolve("bom/pom.xml"))).isEqualTo(version(ROOT.resolve("pom.xml")));
    }

    private static String own(Path pom) throws IOException {
        String text = Files.readString(pom).replaceAll("(?s)<parent>.*?</parent>", "");
        return Pattern.compile("<artifactId>([^<]*)</artifactId>")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        String text = Files.readString(page).replaceAll("(?s)```.*?```", "");
        for (MatchResult found : LINK.matcher(text).results().toList()) {
            String link = found.group(1);
            if (!link.matches("(https?|mailto):.*") && !leadsSomewhere(page, link)) {
                broken.add(link);
            }
        }
        assertThat(broken).as(page.toString()).isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? page : page.resolveSibling(path);
        if (!Files.exists(target)) {
            return false;
        }
        return hash < 0 || anchors(target).contains(link.substring(hash + 1));
    }

    /** {@return the anchors of a page as code hosts make them of its headings} */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\[([^]]*)\\]\\([^)]*\\)", "$1")
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .strip()
                        .replace(' ', '-'))
                .toList();
    }

    /**
     * Each entry is found by its text, so it must be the text: the parts between what differs are in the sources. An entry that
     * begins with {@code ERROR:} is a message of PostgreSQL.
     */
    @Test
    void messagesOfThePageOnTroubleAreThoseOfRetort() throws IOException {
        String sources = sources();
        List<String> unknown = new ArrayList<>();
        for (String message :
                blocks(Pattern.compile("(?m)^### `(.*)`$"), ROOT.resolve("docs").resolve("troubleshooting.md"))) {
            for (String part : message.replaceFirst("^'head'", "").split("…")) {
                if (!message.startsWith("ERROR: ")
                        && !part.contains("No plugin found")
                        && !sources.contains(squeezed(part))) {
                    unknown.add(part);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    /** {@return all strings of the sources, joined as the compiler joins them} */
    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("core", "cli", "autoconfigure", "maven-plugin")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    all.append(squeezed(Files.readString(file)));
                }
            }
        }
        return all.toString();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("\\s+", " ").strip();
    }
}
