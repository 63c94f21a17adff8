/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.ByHand;
import dev.retort.internal.imports.PropertiesText;
import dev.retort.internal.imports.SettingMap;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the files below the locations, as Flyway finds them. */
final class FlywayFolder {

    private static final List<String> CODE = List.of(".java", ".kt", ".groovy", ".class");

    private final Path project;
    private final FlywaySettings settings;
    private final List<FlywayFile> files = new ArrayList<>();
    private final List<FlywayFile> code = new ArrayList<>();
    private final List<ByHand> byHand = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    FlywayFolder(Path project, FlywaySettings settings) {
        this.project = project;
        this.settings = settings;
    }

    /** {@return the migrations and callbacks} */
    List<FlywayFile> files() {
        return files;
    }

    /** {@return the migrations that are written in Java or another language} */
    List<FlywayFile> code() {
        return code;
    }

    List<ByHand> byHand() {
        return byHand;
    }

    List<String> problems() {
        return problems;
    }

    /**
     * Reads a folder.
     *
     * @throws RetortException when it cannot be read
     */
    void read(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> all = found.filter(Files::isRegularFile).sorted().toList();
            for (Path file : all) {
                read(file, String.valueOf(file.getFileName()));
            }
        } catch (IOException e) {
            throw new RetortException(
                    "The folder " + shown(folder) + " cannot be read.", e.toString(), "Check it and its rights.", e);
        }
    }

    private void read(Path file, String name) throws IOException {
        if (name.toLowerCase(Locale.ROOT).endsWith(".conf")) {
            return;
        }
        Optional<String> codeSuffix = suffix(name, CODE);
        Optional<String> suffix = codeSuffix.isPresent() ? codeSuffix : suffix(name, settings.suffixes());
        if (suffix.isEmpty()) {
            ignored(file, "Flyway does not read files of this name");
            return;
        }
        String base = name.substring(0, name.length() - suffix.get().length());
        Optional<FlywayName> parsed = FlywayName.parse(base, settings);
        if (parsed.isEmpty()) {
            if (codeSuffix.isEmpty()) {
                ignored(file, "its name is none of a migration, so Flyway does not run it");
            }
            return;
        }
        if (codeSuffix.isPresent()) {
            code.add(new FlywayFile(
                    shown(file), name, parsed.get(), "", FlywayOptions.of(settings, new SettingMap(Map.of()))));
        } else {
            add(file, name, parsed.get());
        }
    }

    private void ignored(Path file, String reason) {
        byHand.add(new ByHand(shown(file), reason, "Nothing, unless something else runs it."));
    }

    private static Optional<String> suffix(String name, List<String> suffixes) {
        return suffixes.stream()
                .filter(suffix -> name.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private void add(Path file, String name, FlywayName parsed) throws IOException {
        Path conf = file.resolveSibling(name + ".conf");
        SettingMap options =
                new SettingMap(Files.exists(conf) ? PropertiesText.parse(Files.readString(conf)) : Map.of());
        FlywayOptions read = FlywayOptions.of(settings, options);
        byte[] content = Files.readAllBytes(file);
        Charset encoding = settings.detectsEncoding() ? FlywayText.detect(content, read.encoding()) : read.encoding();
        try {
            String text = FlywayText.decode(content, encoding);
            files.add(new FlywayFile(
                    shown(file), name, parsed, text.replace("\r\n", "\n").replace('\r', '\n'), read));
        } catch (CharacterCodingException e) {
            problems.add(shown(file) + ": the file is not in " + encoding + " (" + e.getMessage()
                    + "). Name its encoding with --set encoding=<name>, or in " + name + ".conf.");
        }
    }

    private String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path root = project.toAbsolutePath().normalize();
        String path = (absolute.startsWith(root) ? root.relativize(absolute) : absolute).toString();
        return path.replace('\\', '/');
    }
}
