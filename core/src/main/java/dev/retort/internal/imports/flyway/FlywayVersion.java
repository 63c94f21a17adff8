/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version as Flyway compares it: numbers between dots, without trailing zeros, so that {@code 1}, {@code 1.0} and
 * {@code 01} are one version.
 *
 * @param text the version as Flyway shows it, with dots
 * @param parts its numbers without trailing zeros
 */
public record FlywayVersion(String text, List<BigInteger> parts) implements Comparable<FlywayVersion> {

    private static final Pattern FORM = Pattern.compile("\\d+(\\.\\d+)*");

    /** Copies the parts. */
    public FlywayVersion {
        parts = List.copyOf(parts);
    }

    /** {@return the version that a file name or a row of the history has; empty when it is none} */
    public static Optional<FlywayVersion> parse(String written) {
        String text = written.replace('_', '.');
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        List<BigInteger> parts = new ArrayList<>();
        for (String part : text.split("\\.")) {
            parts.add(new BigInteger(part));
        }
        while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) {
            parts.remove(parts.size() - 1);
        }
        return Optional.of(new FlywayVersion(text, parts));
    }

    /** {@return the same text for all versions that Flyway takes for one} */
    public String key() {
        return String.join(".", parts.stream().map(BigInteger::toString).toList());
    }

    @Override
    public int compareTo(FlywayVersion other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int result = part(i).compareTo(other.part(i));
            if (result != 0) {
                return result;
            }
        }
        return 0;
    }

    private BigInteger part(int i) {
        return i < parts.size() ? parts.get(i) : BigInteger.ZERO;
    }
}
