/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The linter squawk, which npm installs, and what its rules say of the server. */
final class Squawk {

    static final String VERSION = "2.66.0";

    private static final Pattern LINE = Pattern.compile("(?m)^(.*?)\\.sql:\\d+:\\d+: (?:warning|error): (\\S+) .*$");

    private final Commands commands;
    private final Path program;
    private final Properties claims;

    private Squawk(Commands commands, Path program, Properties claims) {
        this.commands = commands;
        this.program = program;
        this.claims = claims;
    }

    /**
     * Installs it.
     *
     * @param folder where to
     * @throws IllegalStateException when npm cannot, with what it says
     */
    static Squawk install(Commands commands, Path folder) throws IOException, InterruptedException {
        commands.time(List.of("npm", "install", "--silent", "--prefix", folder.toString(), "squawk-cli@" + VERSION));
        Properties claims = new Properties();
        try (InputStream rules = Objects.requireNonNull(Squawk.class.getResourceAsStream("squawk-rules.properties"))) {
            claims.load(rules);
        }
        return new Squawk(commands, folder.resolve("node_modules/.bin/squawk"), claims);
    }

    /** {@return the rules that files break, by the name of the file without its ending} */
    Map<String, Set<String>> findings(List<Path> files) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(program.toString(), "--reporter", "gcc", "--assume-in-transaction"));
        files.forEach(file -> command.add(file.toString()));
        Map<String, Set<String>> findings = new HashMap<>();
        Matcher line = LINE.matcher(commands.outputOf(command));
        while (line.find()) {
            String name = Path.of(line.group(1)).getFileName().toString();
            findings.computeIfAbsent(name, file -> new TreeSet<>()).add(line.group(2));
        }
        return findings;
    }

    /**
     * {@return what a rule says of the server}
     *
     * @throws IllegalStateException for a rule that a newer version has
     */
    String claim(String rule) {
        String claim = claims.getProperty(rule);
        if (claim == null) {
            throw new IllegalStateException("The rule " + rule + " of squawk is not in squawk-rules.properties.");
        }
        return claim;
    }
}
