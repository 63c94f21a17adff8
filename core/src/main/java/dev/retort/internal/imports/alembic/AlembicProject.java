/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.alembic;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.ImportSource;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A project of Alembic.
 *
 * @param folder its folder, in which Alembic is run
 * @param ini the name of its alembic.ini; empty for none
 * @param toml the name of its pyproject.toml; empty for none
 * @param options options that override those of the configuration
 * @param pythons the programs that may have Alembic, in this order
 */
record AlembicProject(Path folder, String ini, String toml, Map<String, String> options, List<String> pythons) {

    private static final String PYTHON = "python";
    private static final String INI = "alembic.ini";
    private static final String TOML = "pyproject.toml";

    static AlembicProject of(ImportSource source) {
        Path named = source.from().isEmpty() ? source.project() : source.from().get(0);
        Path file = Files.isRegularFile(named) ? named : named.resolve(INI);
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        boolean ini = Files.isRegularFile(file);
        boolean toml = Files.isRegularFile(folder.resolve(TOML));
        if (source.from().size() > 1 || !(ini || toml)) {
            throw new RetortException(
                    "The revisions of Alembic were not imported; nothing was written.",
                    "There is no alembic.ini or pyproject.toml in " + named + ".",
                    "Name the folder that has it: --from <folder>.");
        }
        Map<String, String> options = new TreeMap<>(source.settings().written());
        String python = options.remove(PYTHON);
        return new AlembicProject(
                folder,
                ini ? String.valueOf(file.getFileName()) : "",
                ini ? "" : TOML,
                options,
                pythons(python, List.of(folder, source.project())));
    }

    private static List<String> pythons(@Nullable String named, List<Path> folders) {
        if (named != null) {
            return List.of(Files.isDirectory(Path.of(named)) ? inside(Path.of(named)) : named);
        }
        List<Path> environments = new ArrayList<>();
        String active = System.getenv("VIRTUAL_ENV");
        if (active != null && !active.isEmpty()) {
            environments.add(Path.of(active));
        }
        for (Path folder : folders) {
            environments.add(folder.resolve(".venv"));
            environments.add(folder.resolve("venv"));
        }
        List<String> pythons = new ArrayList<>();
        environments.stream()
                .map(AlembicProject::inside)
                .filter(program -> Files.exists(Path.of(program)))
                .forEach(pythons::add);
        pythons.add("python3");
        pythons.add("python");
        return pythons;
    }

    private static String inside(Path environment) {
        Path program = File.separatorChar == '\\'
                ? environment.resolve("Scripts").resolve("python.exe")
                : environment.resolve("bin").resolve("python");
        return program.toAbsolutePath().toString();
    }

    /** {@return the revisions as Alembic renders them, each after those that it needs} */
    List<AlembicRevision> revisions() {
        return AlembicRevision.parse(new AlembicProcess(this).run());
    }
}
