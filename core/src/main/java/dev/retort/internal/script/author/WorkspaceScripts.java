/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import dev.retort.error.RetortException;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.ScriptManifest;
import dev.retort.internal.script.ScriptRepository;
import dev.retort.internal.script.Scripts;
import dev.retort.internal.script.read.LocatedScripts;
import dev.retort.settings.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The source folders of scripts. Each location has one: {@code filesystem:folder} is its own,
 * {@code classpath:folder} is built from {@code src/main/resources/folder}; {@link SourceSettings#directory()} takes
 * the place of the first.
 *
 * <p>Immutable; every call reads the files again.
 */
public final class WorkspaceScripts {

    /** The scripts in the folder of a project. */
    public static final List<String> PROJECT =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts", ".git");

    private static final String CLASS_PATH = "classpath:";
    private static final String RESOURCES = "src/main/resources/";
    private static final String JAVA = "src/main/java";
    private static final String DEFAULT = RESOURCES + "db/migrations";

    private final Path workingDirectory;
    private final LocatedScripts located;
    private final SourceSettings settings;
    private final List<Path> folders;

    /**
     * Finds the folders; reads nothing.
     *
     * @param workingDirectory what relative folders are relative to
     * @param located where the revisions of this build are
     * @param settings how new scripts are written
     */
    public WorkspaceScripts(Path workingDirectory, LocatedScripts located, SourceSettings settings) {
        this.workingDirectory = workingDirectory;
        this.located = located;
        this.settings = settings;
        this.folders = folders(workingDirectory, located.locations(), settings);
    }

    private static List<Path> folders(Path workingDirectory, List<String> locations, SourceSettings settings) {
        Set<String> found = new LinkedHashSet<>();
        String directory = settings.directory();
        if (directory != null) {
            found.add(directory);
        }
        for (int i = 0; i < locations.size(); i++) {
            boolean replaced = i == 0 && directory != null && locations.get(i).startsWith(CLASS_PATH);
            if (!replaced) {
                found.add(folder(locations.get(i)));
            }
        }
        if (found.isEmpty()) {
            found.add(DEFAULT);
        }
        return found.stream()
                .map(folder -> workingDirectory.resolve(folder).normalize())
                .distinct()
                .toList();
    }

    private static String folder(String location) {
        String path = location.substring(location.indexOf(':', 2) + 1);
        if (!location.startsWith(CLASS_PATH)) {
            return path;
        }
        return RESOURCES + (path.startsWith("/") ? path.substring(1) : path);
    }

    /** {@return what relative folders are relative to} */
    public Path workingDirectory() {
        return workingDirectory;
    }

    /** {@return how new scripts are written} */
    public SourceSettings settings() {
        return settings;
    }

    /** {@return the folders of scripts} */
    public List<Path> folders() {
        return folders;
    }

    /** {@return the folder of new scripts} */
    public Path primary() {
        return folders.get(0);
    }

    /**
     * Reads all revisions: the scripts of the folders, those of the locations that are not the build's copies of these,
     * and the classes as they were compiled. Where a folder and a location have a revision, the folder's is taken.
     *
     * @return the scripts, those of the folders first, Java revisions last
     * @throws ScriptException naming every problem of every script
     */
    public List<RevisionScript> load() {
        return new WorkspaceReader(folders).load(located);
    }

    /** {@return these scripts for a facade, which reads them by {@link #load} each time} */
    public ScriptRepository asSource() {
        return new Loaded(this);
    }

    /**
     * Scripts in the source folders: no run may use the fast path for them.
     *
     * @param sources where they are
     */
    private record Loaded(WorkspaceScripts sources) implements ScriptRepository {

        private static final ScriptManifest NOT_COUNTED = new ScriptManifest(-1, "", List.of());

        @Override
        public Scripts read() {
            return new Scripts(sources.load(), NOT_COUNTED);
        }

        @Override
        public Optional<ScriptManifest> manifest() {
            return Optional.empty();
        }
    }

    /** {@return the folder of the sources of Java revisions} */
    public Path javaFolder() {
        return workingDirectory.resolve(JAVA);
    }

    /**
     * Fails if the current source of a Java revision is not compiled: its place in the graph is unknown, and a revision
     * that is created without it would be a second head.
     *
     * @param known the revisions that {@link #load} found
     * @throws RetortException naming the source
     */
    public void requireCompiled(List<RevisionScript> known) {
        Set<String> ids = known.stream().map(script -> script.revision().id()).collect(Collectors.toSet());
        new JavaSources(javaFolder()).in(located.packages()).forEach((id, file) -> {
            if (!ids.contains(id)) {
                throw new RetortException(
                        "Revision " + id + " of " + shown(file) + " is not compiled yet.",
                        "Retort reads Java revisions from compiled classes; without this one a new revision would"
                                + " be a second head.",
                        "Compile the project and run the command again.");
            }
        });
    }

    /**
     * Finds the folder of a new script, which need not exist in the folder of a project: the one that was named; else,
     * where there are several, that of its first parent.
     *
     * @param versionPath a source folder, or one below it; {@code null} when none was named
     * @param parents the scripts of its parents
     * @throws RetortException when there is none, or more than one
     */
    public Path folderFor(@Nullable String versionPath, List<RevisionScript> parents) {
        Path folder = versionPath == null ? chosen(parents) : named(versionPath);
        if (versionPath == null && !Files.isDirectory(folder) && !isProject()) {
            throw missing(folder);
        }
        return folder;
    }

    /** {@return whether the settings name the source folder, or the working directory is the folder of a project} */
    public boolean isProject() {
        return settings.directory() != null
                || PROJECT.stream().anyMatch(sign -> Files.exists(workingDirectory.resolve(sign)));
    }

    private RetortException missing(Path folder) {
        return new RetortException(
                "The folder of new scripts " + shown(folder) + " does not exist.",
                "It is relative to " + workingDirectory + ".",
                "Go to the project's folder, set retort.source-directory, or create it with `init`.");
    }

    private Path chosen(List<RevisionScript> parents) {
        if (folders.size() == 1 || settings.directory() != null) {
            return primary();
        }
        for (RevisionScript parent : parents) {
            Optional<Path> folder = find(parent).map(Path::getParent);
            if (folder.isPresent()) {
                return folder.get();
            }
        }
        throw new RetortException(
                "Several folders could take the new script.",
                "They are " + shownFolders() + ".",
                "Name one with --version-path.");
    }

    private Path named(String versionPath) {
        Path folder = workingDirectory.resolve(versionPath).normalize();
        if (folders.stream().noneMatch(folder::startsWith)) {
            throw new RetortException(
                    "The folder " + versionPath + " is not a folder for scripts.",
                    "The folders for scripts are " + shownFolders() + ".",
                    "Name one of these, or a folder below it.");
        }
        return folder;
    }

    /** {@return the source folder that holds this folder, so that nothing is written out of it} */
    public Path rootOf(Path folder) {
        return folders.stream().filter(folder::startsWith).findFirst().orElse(folder);
    }

    /**
     * {@return the file of a script}
     *
     * @throws RetortException when it is in no source folder, such as a script of a jar
     */
    public Path file(RevisionScript script) {
        return find(script)
                .orElseThrow(() -> new RetortException(
                        "The script of revision " + script.revision().id() + " cannot be written.",
                        "It is " + script.source() + ", which is in none of the source folders: " + shownFolders()
                                + ".",
                        "Run the command in the project of the script, or set retort.source-directory."));
    }

    private Optional<Path> find(RevisionScript script) {
        Path file = workingDirectory.resolve(script.source()).normalize();
        return folders.stream().anyMatch(file::startsWith) && Files.isRegularFile(file)
                ? Optional.of(file)
                : Optional.empty();
    }

    private String shownFolders() {
        return folders.stream().map(this::shown).collect(Collectors.joining(", "));
    }

    /** {@return a path as a user in the working directory would write it} */
    public String shown(Path path) {
        return path.startsWith(workingDirectory) && !path.equals(workingDirectory)
                ? workingDirectory.relativize(path).toString()
                : path.toString();
    }

    /**
     * Replaces the text of a script.
     *
     * @param file the file of the script
     * @param text its text
     */
    public void replace(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new RetortException(
                    "The script " + shown(file) + " could not be written.",
                    e.toString(),
                    "Check the file's rights.",
                    e);
        }
    }
}
