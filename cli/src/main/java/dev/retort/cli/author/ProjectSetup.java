/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.error.RetortException;
import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.author.BundledTemplate;
import dev.retort.internal.script.author.ScriptTemplate;
import dev.retort.internal.script.author.WorkspaceScripts;
import dev.retort.internal.script.read.ScriptLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Adds the files that Retort needs to an existing project; overwrites nothing. */
public final class ProjectSetup {

    private static final Set<String> IGNORING = Set.of(".env", "/.env", ".env*", "/.env*", "*.env", "**/.env");
    private static final String EXAMPLE = """
        # The connection of the stand-alone commands.
        # Copy this file to .env and fill in the values there. Never commit .env.
        POSTGRES_HOST=localhost
        POSTGRES_PORT=5432
        POSTGRES_DB=
        POSTGRES_USER=
        POSTGRES_PASSWORD=
        """;

    private final Path project;
    private final Path scripts;

    /**
     * Creates a setup; writes nothing.
     *
     * @param project the folder of the project
     * @param scripts the folder of its scripts
     */
    public ProjectSetup(Path project, Path scripts) {
        this.project = project;
        this.scripts = scripts;
    }

    /** The outcome of a step. */
    enum Outcome {
        /** It was done. */
        DONE,
        /** It was already done. */
        EXISTS
    }

    /**
     * A step of the setup.
     *
     * @param what the action, as Alembic words it
     * @param file the file
     * @param outcome its outcome
     */
    public record Step(String what, String file, Outcome outcome) {

        public String outcomeText() {
            return outcome.name().toLowerCase(Locale.ROOT);
        }

        public Map<String, String> json() {
            Map<String, String> answer = new LinkedHashMap<>();
            answer.put("what", what);
            answer.put("file", file);
            answer.put("outcome", outcomeText());
            return answer;
        }
    }

    /**
     * Refuses an unsuitable folder before anything is written.
     *
     * @param chosen whether the folder of scripts was given explicitly
     */
    public void check(boolean chosen) {
        if (!chosen && WorkspaceScripts.PROJECT.stream().noneMatch(sign -> Files.exists(project.resolve(sign)))) {
            throw new RetortException(
                    "The folder " + project + " is no project.",
                    "There is neither of " + String.join(", ", WorkspaceScripts.PROJECT) + ".",
                    "Go to the project's folder, or name the folder of scripts: init <folder>.");
        }
        if (Files.exists(scripts)) {
            checkScripts();
        }
    }

    private void checkScripts() {
        try {
            ScriptLoader.load(List.of("filesystem:" + scripts), ProjectSetup.class.getClassLoader());
        } catch (ScriptException e) {
            throw new RetortException(
                    "The folder " + shown(scripts) + " cannot be used for revision scripts.",
                    e.why(),
                    "Name another folder, init <folder>, or fix these files.",
                    e);
        }
    }

    public List<Step> run(BundledTemplate template) {
        List<Step> steps = new ArrayList<>();
        try {
            steps.add(makeFolder());
            steps.add(write(scripts.resolve(ScriptTemplate.FILE_NAME), template.text()));
            steps.add(write(project.resolve(".env.example"), EXAMPLE));
            steps.add(ignoreEnv());
        } catch (IOException e) {
            throw new RetortException(
                    "The project could not be set up.",
                    e.toString(),
                    "Check the folder and its permissions, and run the command again.",
                    e);
        }
        return steps;
    }

    private Step makeFolder() throws IOException {
        boolean existed = Files.isDirectory(scripts);
        Files.createDirectories(scripts);
        return new Step("Creating directory", shown(scripts), existed ? Outcome.EXISTS : Outcome.DONE);
    }

    private Step write(Path file, String text) throws IOException {
        boolean existed = Files.exists(file);
        if (!existed) {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        }
        return new Step("Generating", shown(file), existed ? Outcome.EXISTS : Outcome.DONE);
    }

    private Step ignoreEnv() throws IOException {
        Path file = project.resolve(".gitignore");
        String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        boolean ignored = text.lines().map(String::strip).anyMatch(IGNORING::contains);
        if (!ignored) {
            String end = text.contains("\r\n") ? "\r\n" : "\n";
            String before = text.isEmpty() || text.endsWith("\n") ? "" : end;
            Files.writeString(file, before + ".env" + end, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return new Step("Adding .env to", shown(file), ignored ? Outcome.EXISTS : Outcome.DONE);
    }

    private String shown(Path path) {
        return path.startsWith(project) ? project.relativize(path).toString() : path.toString();
    }
}
