/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import java.util.Objects;

/**
 * A file that Flyway takes for a migration.
 *
 * @param shown its path as messages name it
 * @param fileName its name with the suffix
 * @param name what the name says
 * @param text its text, line ends as LF
 * @param options what its {@code .conf} file says
 */
record FlywayFile(String shown, String fileName, FlywayName name, String text, FlywayOptions options) {

    private static final String SCRIPT = ".sql";

    /** {@return the version of a file whose kind has one} */
    FlywayVersion version() {
        return Objects.requireNonNull(name.version());
    }

    /** {@return the name of its revision's script; Flyway reads other suffixes too, and compares them without case} */
    String scriptName() {
        return fileName.endsWith(SCRIPT) ? fileName : fileName.replaceFirst("\\.[^.]*$", SCRIPT);
    }
}
