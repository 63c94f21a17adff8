/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tells the arguments of a command from those of the application: options before the command's word are the latter's. */
final class InAppArguments {

    private static final String WORD = "migrations";

    private InAppArguments() {}

    /** {@return what follows the word, if that is the first argument that is no option} */
    static Optional<List<String>> command(String... arguments) {
        for (int position = 0; position < arguments.length; position++) {
            if (!arguments[position].startsWith("-")) {
                return arguments[position].equals(WORD)
                        ? Optional.of(List.of(Arrays.copyOfRange(arguments, position + 1, arguments.length)))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
