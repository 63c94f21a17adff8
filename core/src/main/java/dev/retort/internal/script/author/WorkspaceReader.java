/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.file.BuildCopies;
import dev.retort.internal.script.read.LocatedScripts;
import dev.retort.internal.script.read.ScriptReading;
import dev.retort.settings.MissingLocations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the scripts of a project: the source folders first, then the locations without the build's copies of those
 * folders. A copy may be older than its source, or have none any more. Last come the classes.
 */
final class WorkspaceReader {

    private final List<Path> folders;
    private final List<BuildCopies> copies;

    WorkspaceReader(List<Path> folders) {
        this.folders = folders;
        this.copies = folders.stream().map(BuildCopies::of).toList();
    }

    /** Classes are known as the build has compiled them. */
    List<RevisionScript> load(LocatedScripts located) {
        ScriptReading reading = new ScriptReading(located.loader());
        for (Path folder : folders) {
            if (Files.exists(folder)) {
                reading.read("filesystem:" + folder, MissingLocations.FAIL);
            }
        }
        List<RevisionScript> sources = reading.parse(file -> true);
        Set<String> ids = new HashSet<>();
        sources.forEach(script -> ids.add(script.revision().id()));
        for (String location : located.locations()) {
            reading.read(location, missing(location, located));
        }
        List<RevisionScript> others = reading.parse(file -> !isCopy(file.source()));
        others.removeIf(script -> ids.contains(script.revision().id()));
        sources.addAll(others);
        sources.addAll(reading.places(located.packages()));
        return reading.finish(sources);
    }

    /** A folder that was just made is on the class path only after the next build. */
    private MissingLocations missing(String location, LocatedScripts located) {
        boolean built = location.startsWith("classpath:") && folders.stream().anyMatch(Files::exists);
        return built ? MissingLocations.IGNORE : located.missingLocations();
    }

    private boolean isCopy(String source) {
        return copies.stream().anyMatch(copy -> copy.contains(source));
    }
}
