/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.internal.script.Problems;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.ScriptManifest;
import dev.retort.internal.script.Squash;
import dev.retort.internal.script.file.Location;
import dev.retort.internal.script.file.ScriptFile;
import dev.retort.internal.script.file.ScriptFiles;
import dev.retort.migration.MigrationFactory;
import dev.retort.settings.MissingLocations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** One reading of scripts: what is wrong with any of them is collected and thrown at the end. */
public final class ScriptReading {

    private static final String ONE_OF_TWO =
            "Delete one of the two files; after a `squash` that was interrupted, run `squash` again to finish it.";

    private final ClassLoader loader;
    private final Problems problems;
    private final ScriptFiles files;
    private final List<String> empty = new ArrayList<>();
    private int parsed;

    public ScriptReading(ClassLoader loader) {
        this(loader, new Problems(), ScriptFiles::new);
    }

    private ScriptReading(ClassLoader loader, Problems problems, Function<Problems, ScriptFiles> files) {
        this.loader = loader;
        this.problems = problems;
        this.files = files.apply(problems);
    }

    /** {@return a reading that creates the manifest of the files and parses nothing} */
    static ScriptReading withoutTexts(ClassLoader loader) {
        return new ScriptReading(loader, new Problems(), ScriptFiles::withoutTexts);
    }

    /** Reads the files of a location; none that were read before. */
    public void read(String location, MissingLocations missing) {
        try {
            Location parsedLocation = Location.parse(location, loader);
            if (!parsedLocation.read(files) && missing == MissingLocations.FAIL) {
                problems.add(
                        location,
                        0,
                        "The location does not exist (" + parsedLocation.whereLooked()
                                + "). Create it, or correct retort.locations.");
            }
        } catch (IOException e) {
            problems.add(location, 0, "The location cannot be read: " + e + ". Check its files and their rights.");
        } catch (IllegalArgumentException e) {
            problems.add(location, 0, String.valueOf(e.getMessage()));
        }
        if (files.endLocation() == 0) {
            empty.add(location);
        }
    }

    /** {@return the manifest of the files that were read} */
    ScriptManifest manifest() {
        return files.manifest(empty);
    }

    /** {@return whether anything was found to be wrong} */
    boolean hasProblems() {
        return problems.count() > 0;
    }

    /** {@return the scripts of the files that were read since the last call, as far as they are wanted} */
    public List<RevisionScript> parse(Predicate<ScriptFile> wanted) {
        List<ScriptFile> all = files.inOrder();
        List<RevisionScript> scripts = new ArrayList<>(all.size() - parsed);
        for (ScriptFile file : all.subList(parsed, all.size())) {
            RevisionScript script =
                    wanted.test(file) ? new RevisionScriptParser(file.source(), file.text(), problems).parse() : null;
            if (script != null) {
                scripts.add(script);
            }
        }
        parsed = all.size();
        return scripts;
    }

    /** {@return the Java revisions of some packages and their sub-packages} */
    List<RevisionScript> classes(List<String> packages, MigrationFactory factory) {
        return new JavaRevisions(loader, problems).of(packages, factory);
    }

    /** {@return the Java revisions of some packages and their sub-packages, for their places in the graph alone} */
    public List<RevisionScript> places(List<String> packages) {
        return new JavaRevisions(loader, problems).places(packages);
    }

    /**
     * Ends the reading.
     *
     * @param scripts what came of it
     * @return the scripts
     * @throws ScriptException naming every problem of every script
     */
    public List<RevisionScript> finish(List<RevisionScript> scripts) {
        checkIds(scripts);
        checkReplaced(scripts);
        problems.throwIfAny();
        return scripts;
    }

    /** A squashed revision, and what it replaces, would run the same statements twice. */
    private void checkReplaced(List<RevisionScript> scripts) {
        Map<String, RevisionScript> byId = new HashMap<>();
        scripts.forEach(script -> byId.put(script.revision().id(), script));
        for (RevisionScript script : scripts) {
            Squash squash = script.squash();
            for (String id : squash == null ? List.<String>of() : squash.ids()) {
                RevisionScript other = byId.putIfAbsent(id, script);
                if (other != null
                        && !other.revision().id().equals(script.revision().id())) {
                    problems.add(
                            script.source(),
                            0,
                            "It replaces revision " + id + ", which "
                                    + (other.revision().id().equals(id) ? "is " : "is replaced by ") + other.source()
                                    + " too. " + ONE_OF_TWO);
                }
            }
        }
    }

    private void checkIds(List<RevisionScript> scripts) {
        Map<String, RevisionScript> byId = new HashMap<>();
        for (RevisionScript script : scripts) {
            RevisionScript first = byId.putIfAbsent(script.revision().id(), script);
            if (first != null) {
                boolean squashed = (script.squash() == null) != (first.squash() == null);
                problems.add(
                        script.source(),
                        0,
                        "Revision " + script.revision().id() + " is already defined in " + first.source() + ". "
                                + (squashed
                                        ? "One of the two is squashed. " + ONE_OF_TWO
                                        : "Give one of them another id."));
            }
        }
    }
}
