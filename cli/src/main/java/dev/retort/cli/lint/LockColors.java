/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.lint.LockMode;
import dev.retort.lint.Severity;
import java.util.function.BinaryOperator;

/**
 * Colors of words on a terminal.
 *
 * @param colored colors a word: the first argument is the color's name
 */
public record LockColors(BinaryOperator<String> colored) {

    /** No colors. */
    public static final LockColors NONE = new LockColors((color, word) -> word);

    String lock(LockMode mode, String word) {
        return mode.blocksReads()
                ? colored.apply("red", word)
                : mode.blocksWrites() ? colored.apply("yellow", word) : word;
    }

    String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> colored.apply("red", severity.word());
            case WARNING -> colored.apply("yellow", severity.word());
            case ADVICE, INFO, OFF -> severity.word();
        };
    }
}
