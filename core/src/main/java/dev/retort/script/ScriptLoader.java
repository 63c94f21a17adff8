/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

import dev.retort.migration.MigrationFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds and reads revision scripts.
 *
 * <p>Everything that is wrong with any of them is collected and thrown at once. That parents exist and form no cycle is
 * the graph's to check.
 */
public final class ScriptLoader {

    private ScriptLoader() {}

    /**
     * Reads all scripts of some locations; each must exist, though it may be empty.
     *
     * @param locations {@code classpath:folder}, {@code filesystem:folder}, or plain paths
     * @param loader the class loader of {@code classpath:} locations
     * @return the scripts in the order of the locations, then of their paths below them
     * @throws ScriptException naming every problem of every script
     */
    public static List<RevisionScript> load(List<String> locations, ClassLoader loader) {
        return load(locations, loader, MissingLocations.FAIL);
    }

    /**
     * Reads all scripts of some locations.
     *
     * @param locations {@code classpath:folder}, {@code filesystem:folder}, or plain paths
     * @param loader the class loader of {@code classpath:} locations
     * @param missing what to do about locations that do not exist
     * @return the scripts in the order of the locations, then of their paths below them
     * @throws ScriptException naming every problem of every script
     */
    public static List<RevisionScript> load(List<String> locations, ClassLoader loader, MissingLocations missing) {
        Problems problems = new Problems();
        List<RevisionScript> scripts = scripts(locations, loader, missing, problems);
        checkIds(scripts, problems);
        problems.throwIfAny();
        return scripts;
    }

    /**
     * Reads all scripts of some locations, and finds the Java revisions of some packages.
     *
     * @param locations {@code classpath:folder}, {@code filesystem:folder}, or plain paths
     * @param packages names of packages, whose sub-packages count too; none cost nothing
     * @param loader the class loader of {@code classpath:} locations and of the classes
     * @param factory makes instances of the classes
     * @return the scripts in the order of the locations, then of their paths below them; then the classes by their names
     * @throws ScriptException naming every problem of every script and class
     */
    public static List<RevisionScript> load(
            List<String> locations, List<String> packages, ClassLoader loader, MigrationFactory factory) {
        Problems problems = new Problems();
        List<RevisionScript> scripts = scripts(locations, loader, MissingLocations.FAIL, problems);
        JavaRevisions classes = new JavaRevisions(loader, factory, problems);
        for (String packageName : packages) {
            scripts.addAll(classes.of(packageName));
        }
        checkIds(scripts, problems);
        problems.throwIfAny();
        return scripts;
    }

    private static List<RevisionScript> scripts(
            List<String> locations, ClassLoader loader, MissingLocations missing, Problems problems) {
        ScriptFiles files = new ScriptFiles(problems);
        for (String location : locations) {
            read(location, loader, missing, files);
            files.endLocation();
        }
        List<RevisionScript> scripts = new ArrayList<>(files.inOrder().size());
        for (ScriptFile file : files.inOrder()) {
            RevisionScript script = new RevisionScriptParser(file.source(), file.text(), problems).parse();
            if (script != null) {
                scripts.add(script);
            }
        }
        return scripts;
    }

    /**
     * Reads one script whose text is at hand, such as one kept in a database.
     *
     * @param source its name in messages
     * @param text its text, with any line ends
     * @return the script
     * @throws ScriptException naming every problem
     */
    public static RevisionScript parse(String source, String text) {
        Problems problems = new Problems();
        RevisionScript script = new RevisionScriptParser(source, Utf8Text.normalize(text), problems).parse();
        problems.throwIfAny();
        if (script == null) {
            throw new IllegalStateException("Neither a script nor a problem in " + source);
        }
        return script;
    }

    private static void read(String location, ClassLoader loader, MissingLocations missing, ScriptFiles files) {
        try {
            Location parsed = Location.parse(location, loader);
            if (!parsed.read(files) && missing == MissingLocations.FAIL) {
                files.problems()
                        .add(
                                location,
                                0,
                                "The location does not exist (" + parsed.whereLooked()
                                        + "). Create it, or correct retort.locations.");
            }
        } catch (IOException e) {
            files.problems()
                    .add(location, 0, "The location cannot be read: " + e + ". Check its files and their rights.");
        } catch (IllegalArgumentException e) {
            files.problems().add(location, 0, String.valueOf(e.getMessage()));
        }
    }

    private static void checkIds(List<RevisionScript> scripts, Problems problems) {
        Map<String, RevisionScript> byId = new HashMap<>();
        for (RevisionScript script : scripts) {
            RevisionScript first = byId.putIfAbsent(script.revision().id(), script);
            if (first != null) {
                problems.add(
                        script.source(),
                        0,
                        "Revision " + script.revision().id() + " stands already in " + first.source()
                                + ". Give one of them another id.");
            }
        }
    }
}
