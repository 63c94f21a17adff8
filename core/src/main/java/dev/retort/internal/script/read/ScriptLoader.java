/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.internal.script.Problems;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.ScriptManifest;
import dev.retort.internal.script.Scripts;
import dev.retort.internal.script.file.Utf8Text;
import dev.retort.settings.MissingLocations;
import java.util.List;
import java.util.Optional;

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
        ScriptReading reading = new ScriptReading(loader);
        locations.forEach(location -> reading.read(location, missing));
        return reading.finish(reading.parse(file -> true));
    }

    /** {@return the scripts in the order of the locations, then of their paths below them; then the classes by their names} */
    static Scripts read(LocatedScripts located) {
        ScriptReading reading = new ScriptReading(located.loader());
        located.locations().forEach(location -> reading.read(location, located.missingLocations()));
        List<RevisionScript> revisions = reading.parse(file -> true);
        revisions.addAll(reading.classes(located.packages(), located.factory()));
        return new Scripts(reading.finish(revisions), reading.manifest());
    }

    /** {@return what would be read; empty when something is wrong that shows without reading} */
    static Optional<ScriptManifest> manifest(LocatedScripts located) {
        ScriptReading listing = ScriptReading.withoutTexts(located.loader());
        located.locations().forEach(location -> listing.read(location, located.missingLocations()));
        return listing.hasProblems() ? Optional.empty() : Optional.of(listing.manifest());
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
}
