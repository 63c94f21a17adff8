/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line of the Java that runs the tests. */
public final class JavaCommand {

    /** What processes of seconds run best with: without it, half of the processor's time goes into compiling. */
    public static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private JavaCommand() {}

    /** {@return the program} */
    public static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** {@return a command line that runs a class of the tests' class path} */
    public static List<String> of(String mainClass, String... arguments) {
        return with(System.getProperty("java.class.path"), mainClass, arguments);
    }

    /** {@return a command line that runs a class of another class path} */
    public static List<String> with(String classPath, String mainClass, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(program());
        line.addAll(SHORT_LIVED);
        line.addAll(List.of("-cp", classPath, mainClass));
        line.addAll(List.of(arguments));
        return line;
    }
}
