/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import dev.retort.error.RetortException;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.read.ScriptLoader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes new scripts. Nothing is written that the loader would not read back as what was asked for, nothing that exists is
 * overwritten, and nothing is written out of the folder.
 */
public final class ScriptWriter {

    private final WorkspaceScripts sources;

    /**
     * Creates a writer.
     *
     * @param sources where scripts are written, and how
     */
    public ScriptWriter(WorkspaceScripts sources) {
        this.sources = sources;
    }

    /**
     * Finds the file of a new script; writes nothing.
     *
     * @param folder the folder of the script
     * @param script what it shall say
     */
    public Path file(Path folder, NewScript script) {
        return folder.resolve(new FileTemplate(sources.settings().fileTemplate()).name(script));
    }

    /**
     * Writes a new script.
     *
     * @param folder the folder of the script, as {@link WorkspaceScripts#folderFor} finds it
     * @param script what it shall say
     * @return its file
     * @throws RetortException when the template cannot be used, the file exists, or it cannot be written
     */
    public Path write(Path folder, NewScript script) {
        Path file = file(folder, script);
        Path root = sources.rootOf(folder);
        ScriptTemplate template = ScriptTemplate.in(List.of(folder, root, sources.primary()));
        String text = template.render(script);
        check(text, file, template, script);
        try {
            makeFolder(file, root);
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new RetortException(
                    "The script " + sources.shown(file) + " was not written.",
                    "A file of that name exists.",
                    "Choose another message, or put {rev} into retort.file-template.",
                    e);
        } catch (IOException e) {
            throw new RetortException(
                    "The script " + sources.shown(file) + " was not written.",
                    e.toString(),
                    "Check the folder and its rights.",
                    e);
        }
        return file;
    }

    private void makeFolder(Path file, Path root) throws IOException {
        Files.createDirectories(root);
        Path folder = file.resolveSibling("").normalize();
        Path existing = folder;
        while (!Files.exists(existing)) {
            existing = existing.resolve("..").normalize();
        }
        if (!existing.toRealPath().startsWith(root.toRealPath())) {
            throw new RetortException(
                    "The script " + sources.shown(file) + " was not written.",
                    "A link leads from there out of the folder of scripts, to " + existing.toRealPath() + ".",
                    "Remove the link, or add its target as another location.");
        }
        Files.createDirectories(folder);
    }

    private void check(String text, Path file, ScriptTemplate template, NewScript script) {
        RevisionScript read;
        try {
            read = ScriptLoader.parse(sources.shown(file), text);
        } catch (ScriptException e) {
            throw unusable(template, e.why(), e);
        }
        if (!read.revision().equals(script.revision())) {
            throw unusable(
                    template,
                    "It would be read as " + read.revision() + " instead of " + script.revision() + ".",
                    null);
        }
    }

    private static RetortException unusable(ScriptTemplate template, String why, @Nullable ScriptException cause) {
        return new RetortException(
                "The template " + template.source() + " does not produce a valid script.",
                why,
                "Fix the template; nothing was written.",
                cause);
    }
}
