/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.cli.author.Origin;
import dev.retort.cli.standalone.StandaloneCommand;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs commands as a user in a folder with an environment. */
final class Shell {

    private final Path directory;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Origin origin;

    Shell(Path directory) {
        this(directory, Origin.system());
    }

    Shell(Path directory, Origin origin) {
        this.directory = directory;
        this.origin = origin;
    }

    /** The result of a command: exit status, standard output, standard error. */
    record Result(int status, String out, String err) {}

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell on(TestDatabase database) {
        return with("RETORT_URL", database.url()).with("RETORT_USERNAME", database.user());
    }

    /** Writes a file, and creates its folders. */
    Shell file(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Result run(String... arguments) {
        return run(new StringWriter(), arguments);
    }

    /** Runs a command and reads its errors while it runs. */
    Result run(StringWriter err, String... arguments) {
        StringWriter out = new StringWriter();
        StandaloneCommand root = new StandaloneCommand(environment, directory);
        int status = new CommandLineInterface(root, new PrintWriter(out), new PrintWriter(err), origin).run(arguments);
        return new Result(status, out.toString(), err.toString());
    }
}
