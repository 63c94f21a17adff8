/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.autoconfigure.Metadata.PropertyKey;
import dev.retort.boot.properties.RetortProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings that the pages name exist, and have the values that the pages give them. */
class GuideSettingsTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w./-])retort\\.([a-z][A-Za-z0-9-]*(?:\\.[a-z][A-Za-z0-9-]*)*)(?![(\\w-])(?:=([^`\\s]+))?");
    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w])RETORT_[A-Z_]*[A-Z]");

    /** Names of files, a property of a pom, and a setting that is named because it no longer exists. */
    private static final Set<String> NO_SETTINGS = Set.of("jar", "properties", "version", "first-contact");

    /** Variables that set no key: of the script that starts the stand-alone jar, of the test kit, and of Kubernetes. */
    private static final Set<String> NO_KEYS = Set.of("RETORT_JAR", "RETORT_TEST_URL", "RETORT_API_SERVICE_HOST");

    private static String literals = "";
    private static Set<String> keys = Set.of();

    @BeforeAll
    static void readSources() throws IOException {
        keys = Metadata.read().keys().stream().map(PropertyKey::name).collect(Collectors.toSet());
        StringBuilder all = new StringBuilder();
        for (String module : List.of("core", "autoconfigure", "maven-plugin", "testing")) {
            for (Path source : files(ROOT.resolve(module).resolve("src/main/java"), ".java")) {
                all.append(Files.readString(source));
            }
        }
        literals = all.toString();
    }

    private static List<Path> files(Path folder, String extension) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> pages() throws IOException {
        return Stream.concat(files(ROOT.resolve("docs"), ".md").stream(), Stream.of(ROOT.resolve("README.md")))
                .toList();
    }

    @Test
    void everySettingOfThePagesExists() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            NAME.matcher(Files.readString(page)).results().forEach(found -> {
                String problem = problem(found.group(1), found.group(2));
                if (problem != null) {
                    wrong.add(page + ": " + found.group() + problem);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    /** {@return what is wrong with a setting and its value; {@code null} for nothing} */
    private static @Nullable String problem(String name, @Nullable String value) {
        String key = "retort." + name;
        if (NO_SETTINGS.contains(name) || isOfBuild(key)) {
            return null;
        }
        boolean isKey = keys.stream().anyMatch(each -> each.equals(key) || each.startsWith(key + "."))
                || key.matches("retort\\.(placeholders|databases|lint\\.rules)\\..*");
        if (!isKey) {
            return " is not a setting";
        }
        return value == null || value.matches(".*[<$…].*|\\.\\.\\.") ? null : bound(Map.of(key, value));
    }

    /** {@return whether it is a property of a Maven goal, a meter, or a setting of the test kit} */
    private static boolean isOfBuild(String key) {
        return literals.contains('"' + key + '"')
                || (key.startsWith("retort.test.") && literals.contains("\"retort.test.\""));
    }

    private static @Nullable String bound(Map<String, String> settings) {
        try {
            new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("retort", RetortProperties.class);
            return null;
        } catch (BindException e) {
            return " cannot be bound: " + e.getCause();
        }
    }

    @Test
    void everyVariableOfThePagesSetsOne() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            VARIABLE.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group())
                    .forEach(variable -> {
                        if (!NO_KEYS.contains(variable) && !isKey(variable)) {
                            wrong.add(page + ": " + variable);
                        }
                    });
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isKey(String variable) {
        return variable.startsWith("RETORT_PLACEHOLDERS_")
                || keys.stream()
                        .map(key -> key.replace('.', '_').replace("-", ""))
                        .anyMatch(key -> key.equalsIgnoreCase(variable)
                                || key.replace("_", "").equalsIgnoreCase(variable.replace("_", "")));
    }
}
