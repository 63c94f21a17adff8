/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.objects;

import dev.retort.error.RetortException;
import dev.retort.internal.script.Problems;
import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.ScriptProblem;
import dev.retort.internal.script.file.Location;
import dev.retort.internal.script.file.ScriptFile;
import dev.retort.internal.script.file.ScriptFiles;
import dev.retort.model.ObjectFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the files of {@code retort.objects}: all problems of all files are reported together. */
public final class ObjectFiles {

    private final String location;
    private final Problems problems = new Problems();
    private final Map<String, String> creators = new HashMap<>();

    private ObjectFiles(String location) {
        this.location = location;
    }

    /**
     * Reads a location and its sub-folders.
     *
     * @param location {@code classpath:folder}, {@code filesystem:folder} or a plain path
     * @param loader the class loader of {@code classpath:} locations
     * @return the files in the order of their paths; {@code null} if the location does not exist
     * @throws RetortException when a file cannot be used, with all problems
     */
    public static @Nullable List<ObjectFile> read(String location, ClassLoader loader) {
        return new ObjectFiles(location).read(loader);
    }

    private @Nullable List<ObjectFile> read(ClassLoader loader) {
        ScriptFiles files = new ScriptFiles(problems);
        boolean exists = false;
        try {
            exists = Location.parse(location, loader).read(files);
        } catch (IOException e) {
            problems.add(location, 0, "The location cannot be read: " + e + ". Check its files and their rights.");
        } catch (IllegalArgumentException e) {
            problems.add(location, 0, String.valueOf(e.getMessage()));
        }
        files.endLocation();
        List<ObjectFile> read = new ArrayList<>();
        files.inOrder().forEach(file -> read.add(parse(file)));
        refuse();
        return exists ? read : null;
    }

    private ObjectFile parse(ScriptFile file) {
        ObjectFileText text = ObjectFileText.parse(file.source(), file.text());
        text.problems().forEach(problem -> problems.add(file.source(), problem.line(), problem.message()));
        text.created().forEach((object, line) -> {
            String other = creators.putIfAbsent(object, file.source() + ":" + line);
            if (other != null) {
                problems.add(file.source(), line, "It creates what " + other + " creates. Keep one of the two.");
            }
        });
        return new ObjectFile(file.source(), text.statements());
    }

    private void refuse() {
        try {
            problems.throwIfAny();
        } catch (ScriptException e) {
            throw new RetortException(
                    "The object files of " + location + " cannot be used.",
                    e.problems().stream().map(ScriptProblem::toString).collect(Collectors.joining("\n")),
                    "Fix the files; nothing was run.",
                    e);
        }
    }
}
