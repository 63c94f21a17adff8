/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import dev.retort.error.RetortException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources of Java revisions. They are not understood: only the annotation at the beginning of a line is looked for, and the
 * id that it has as a literal, to tell which revisions are not compiled yet.
 */
final class JavaSources {

    private static final Pattern ANNOTATION =
            Pattern.compile("^[ \\t]*@(?:dev\\.retort\\.migration\\.)?Revision\\s*\\(", Pattern.MULTILINE);
    private static final Pattern ID = Pattern.compile("\\bid\\s*=\\s*\"([A-Za-z0-9_]+)\"");

    private final Path folder;

    JavaSources(Path folder) {
        this.folder = folder;
    }

    /** {@return the ids of some packages and their sub-packages, each with its source} */
    Map<String, Path> in(List<String> packages) {
        Map<String, Path> found = new LinkedHashMap<>();
        for (String name : packages) {
            Path directory = folder.resolve(name.replace('.', '/'));
            if (Files.isDirectory(directory)) {
                read(directory, found);
            }
        }
        return found;
    }

    private static void read(Path directory, Map<String, Path> found) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java") && Files.isRegularFile(path))
                    .sorted()
                    .toList()) {
                // Whatever the encoding, what is looked for is ASCII.
                add(Files.readString(file, StandardCharsets.ISO_8859_1), file, found);
            }
        } catch (IOException e) {
            throw new RetortException(
                    "The sources of Java revisions cannot be read.",
                    e + ".",
                    "Check the rights of " + directory + ".",
                    e);
        }
    }

    private static void add(String source, Path file, Map<String, Path> found) {
        Matcher annotation = ANNOTATION.matcher(source);
        Matcher id = ID.matcher(source);
        if (annotation.find() && id.find(annotation.end())) {
            found.put(id.group(1), file);
        }
    }
}
