/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.project;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.PropertiesText;
import dev.retort.internal.imports.SettingMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The configuration of a Spring Boot project that holds the settings of another tool. */
public final class SpringProject {

    private static final String RESOURCES = "src/main/resources/";
    private static final String PROPERTIES = RESOURCES + "application.properties";
    private static final Set<String> CONNECTION = Set.of("url", "user", "password", "driver");
    private static final List<String> YAML = List.of("application.yml", "application.yaml");

    /** Where a project without Spring's settings of a tool may have the tool's own. */
    private static final Map<String, List<String>> OWN_FILES = Map.of(
            "spring.flyway",
            List.of(
                    "flyway.conf",
                    "flyway.toml",
                    "conf/flyway.conf",
                    "conf/flyway.toml",
                    RESOURCES + "flyway.conf",
                    RESOURCES + "flyway.toml"));

    private final Path root;
    private final String prefix;

    /**
     * Creates a view of a project.
     *
     * @param root its folder
     * @param prefix the keys of the other tool, such as {@code spring.flyway}
     */
    public SpringProject(Path root, String prefix) {
        this.root = root;
        this.prefix = prefix;
    }

    /** {@return the settings of the other tool, those of all environments} */
    public SettingMap settings() {
        Map<String, String> all = properties();
        PomSettings pom = pom();
        Map<String, String> own = new TreeMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith(prefix + ".")) {
                own.put(key.substring(prefix.length() + 1), value);
            }
        });
        if (own.isEmpty()) {
            moved(all, own);
            OWN_FILES.getOrDefault(prefix, List.of()).stream()
                    .filter(name -> Files.exists(root.resolve(name)))
                    .findFirst()
                    .ifPresentOrElse(name -> own.put("configFiles", name), () -> plugin(pom, own));
        }
        SpringPlaceholders references = new SpringPlaceholders(all, pom == null ? Map.of() : pom.properties());
        Map<String, String> resolved = new TreeMap<>(own);
        resolved.replaceAll((name, value) -> references.resolve(value));
        return new SettingMap(own, resolved);
    }

    private @Nullable PomSettings pom() {
        Path file = root.resolve("pom.xml");
        String pom = Files.exists(file) ? text(file) : "";
        return pom.isBlank() ? null : PomSettings.parse(pom);
    }

    /** A project whose build runs the other tool; its connection is not that of the application. */
    private void plugin(@Nullable PomSettings pom, Map<String, String> own) {
        if (pom != null && own.isEmpty()) {
            pom.plugin(last() + "-maven-plugin").forEach((name, value) -> {
                if (!CONNECTION.contains(name)) {
                    own.put(name, value);
                }
            });
        }
    }

    private Map<String, String> properties() {
        Map<String, String> all = new TreeMap<>();
        for (String name : YAML) {
            Path file = root.resolve(RESOURCES + name);
            if (Files.exists(file)) {
                all.putAll(YamlText.parse(text(file)));
            }
        }
        Path file = root.resolve(PROPERTIES);
        if (Files.exists(file)) {
            all.putAll(PropertiesText.parse(text(file)));
        }
        return all;
    }

    /** A project that has moved keeps in Retort's settings what decides the ids and texts of the revisions. */
    private static void moved(Map<String, String> all, Map<String, String> own) {
        String table = all.getOrDefault("retort.adopt.table", "");
        int dot = table.lastIndexOf('.');
        if (!table.isEmpty()) {
            own.put("table", table.substring(dot + 1));
        }
        if (dot > 0) {
            own.put("defaultSchema", table.substring(0, dot));
        }
        all.forEach((key, value) -> {
            if (key.startsWith("retort.placeholders.")) {
                own.put(key.substring("retort.".length()), value);
            }
        });
    }

    /** {@return the files of profiles that have settings of the other tool, which are changed by hand} */
    public List<String> profiles() {
        List<String> found = new ArrayList<>();
        Path resources = root.resolve(RESOURCES);
        if (!Files.isDirectory(resources)) {
            return found;
        }
        String[] parts = prefix.split("\\.");
        if (prefix.isEmpty()) {
            return found;
        }
        try (Stream<Path> files = Files.list(resources)) {
            files.filter(file -> String.valueOf(file.getFileName()).matches("application-.+\\.(properties|ya?ml)"))
                    .sorted()
                    .filter(file -> text(file).contains(parts[parts.length - 1]))
                    .forEach(file -> found.add(RESOURCES + file.getFileName()));
            documents().forEach(found::add);
            return found;
        } catch (IOException e) {
            throw unreadable(resources, e);
        }
    }

    /** {@return the files with documents of profiles that have settings of the other tool} */
    private List<String> documents() {
        return Stream.concat(YAML.stream().map(name -> RESOURCES + name), Stream.of(PROPERTIES))
                .filter(name -> Files.exists(root.resolve(name)))
                .filter(name -> laterDocuments(name, text(root.resolve(name))).contains(last()))
                .toList();
    }

    private static String laterDocuments(String name, String text) {
        return name.equals(PROPERTIES)
                ? text.substring(PropertiesText.firstDocument(text).length())
                : text.lines().skip(YamlText.firstDocument(text).size()).collect(Collectors.joining("\n"));
    }

    /**
     * {@return the files that change when the project moves}
     *
     * @param settings the new settings by key
     * @param pom the change of the dependencies
     */
    public List<ProjectFile> changes(Map<String, String> settings, PomChange pom) {
        List<ProjectFile> changes = new ArrayList<>();
        if (settings.isEmpty()) {
            return changes;
        }
        Path pomFile = root.resolve("pom.xml");
        if (Files.exists(pomFile)) {
            add(changes, pomFile, pom.apply(text(pomFile)));
        }
        Path yaml = yaml();
        Path properties = root.resolve(PROPERTIES);
        boolean useYaml =
                yaml != null && (!Files.exists(properties) || text(yaml).contains(last()));
        if (useYaml && yaml != null) {
            add(changes, yaml, new YamlChange(prefix).apply(text(yaml), settings));
        } else {
            String before = Files.exists(properties) ? text(properties) : "";
            add(changes, properties, new PropertiesChange(prefix).apply(before, settings));
        }
        return changes;
    }

    private String last() {
        return prefix.substring(prefix.lastIndexOf('.') + 1);
    }

    private @Nullable Path yaml() {
        return YAML.stream()
                .map(name -> root.resolve(RESOURCES + name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    private static void add(List<ProjectFile> changes, Path file, String after) {
        String before = Files.exists(file) ? text(file) : "";
        if (!before.equals(after)) {
            changes.add(new ProjectFile(file, before, after));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static RetortException unreadable(Path file, IOException e) {
        return new RetortException(
                "The file " + file + " cannot be read.", e.toString(), "Check its encoding and its rights.", e);
    }
}
