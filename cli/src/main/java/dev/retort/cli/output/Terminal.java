/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * The kind of standard output.
 *
 * @param interactive whether lines can be overwritten
 * @param ansi whether colors are used, by picocli's rules: never with {@code NO_COLOR}
 */
public record Terminal(boolean interactive, Ansi ansi) {

    /** {@return a file, a pipe, or a log} */
    public static Terminal none() {
        return new Terminal(false, Ansi.OFF);
    }

    /** {@return the standard output of the process} */
    public static Terminal ofProcess() {
        return new Terminal(isTerminal(System.console()), Ansi.AUTO);
    }

    /** Since Java 22 a console exists without a terminal too; {@code Console.isTerminal()} distinguishes them. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** {@return a word in a color that picocli has, such as {@code red}} */
    public String colored(String color, String word) {
        Ansi.Style style = Ansi.Style.valueOf("fg_" + color);
        return ansi.enabled() ? style.on() + word + style.off() : word;
    }

    String faint(String text) {
        return ansi.enabled() ? Ansi.Style.faint.on() + text + Ansi.Style.faint.off() : text;
    }
}
