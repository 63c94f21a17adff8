/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import dev.retort.error.RetortException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** Writes new Java revisions, below a folder of sources. Nothing that exists is overwritten. */
public final class JavaRevisionWriter {

    /** The name of a template beside the classes that are made from it. */
    public static final String TEMPLATE = "script.java.template";

    private final Path sources;

    /**
     * Creates a writer.
     *
     * @param sources the folder of sources, such as {@code src/main/java}
     */
    public JavaRevisionWriter(Path sources) {
        this.sources = sources;
    }

    /**
     * Writes a class.
     *
     * @return its file
     * @throws RetortException when the file exists, the template cannot be used, or it cannot be written
     */
    public Path write(NewJavaRevision revision) {
        Path folder = sources.resolve(revision.packageName().replace('.', '/'));
        Path file = folder.resolve(revision.className() + ".java");
        String text = ScriptTemplate.in(List.of(folder), TEMPLATE, "generic.java.template")
                .render(values(revision));
        try {
            Files.createDirectories(folder);
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            return file;
        } catch (FileAlreadyExistsException e) {
            throw new RetortException(
                    "The class " + file + " was not written.",
                    "A file of that name exists.",
                    "Choose another message.",
                    e);
        } catch (IOException e) {
            throw new RetortException(
                    "The class " + file + " was not written.", e.toString(), "Check the folder and its rights.", e);
        }
    }

    private static Map<String, String> values(NewJavaRevision revision) {
        NewScript script = revision.script();
        return Map.of(
                "package", revision.packageName(),
                "imports", revision.importLines(),
                "annotation", revision.annotation(),
                "class", revision.className(),
                "upgrade", indented(script.upgrade()),
                "downgrade", revision.downgradeMethod(indented(script.downgrade())));
    }

    /** The sections lose the blanks before their first statement. */
    private static String indented(String body) {
        return body.isEmpty() ? "" : " ".repeat(8) + body;
    }
}
