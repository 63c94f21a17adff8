/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.error.RetortException;
import java.util.regex.Pattern;

/**
 * What may be told of a failure to whoever asks: Retort's own words with passwords masked; of anything else only its
 * kind, because nobody knows what its message holds.
 */
final class Disclosure {

    private static final Pattern PASSWORD_PARAMETER = Pattern.compile("(?i)(password\\s*=\\s*)[^&;\\s]+");
    private static final Pattern PASSWORD_IN_AUTHORITY = Pattern.compile("(://[^/@:\\s]*:)[^/@\\s]+@");

    private Disclosure() {}

    /** {@return why something failed, as text for people} */
    static String of(RuntimeException failure) {
        return failure instanceof RetortException known
                ? masked(known.why().isEmpty() ? known.what() : known.what() + " " + known.why())
                : "Unexpected " + failure.getClass().getSimpleName() + ".";
    }

    static String masked(String text) {
        String withoutParameters = PASSWORD_PARAMETER.matcher(text).replaceAll("$1***");
        return PASSWORD_IN_AUTHORITY.matcher(withoutParameters).replaceAll("$1***@");
    }
}
