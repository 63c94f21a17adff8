/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.internal.sql.Fingerprint;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A template database. Equal facts give the same template, in other processes on the same server too.
 *
 * @param facts everything that determines its contents
 * @param isShared whether the facts are complete, so that other and later processes can use it
 * @param roles the roles that its contents refer to; missing ones are created without LOGIN
 * @param filling creates its contents, once, in an empty database
 * @since 0.1
 */
public record Template(List<String> facts, boolean isShared, List<String> roles, Filling filling) {

    /** The length of the unique part of the name. */
    private static final int DIGITS = 32;

    /** Creates the contents of an empty database. */
    @FunctionalInterface
    public interface Filling {

        /** An empty database. */
        Filling NOTHING = database -> {};

        /**
         * Creates the contents and closes all sessions.
         *
         * @param database connections to the database
         */
        void fill(DataSource database);
    }

    /**
     * Copies the lists.
     *
     * @param facts everything that determines its contents
     * @param isShared whether the facts are complete, so that other and later processes can use it
     * @param roles the roles that its contents refer to; missing ones are created without LOGIN
     * @param filling creates its contents, once, in an empty database
     */
    public Template {
        facts = List.copyOf(facts);
        roles = List.copyOf(roles);
    }

    /**
     * {@return a template for this process only, because its facts are incomplete}
     *
     * @param facts what is known of the contents; templates with other facts are other databases
     * @param roles names of roles, unquoted, that are created first where they do not exist
     * @param filling what creates the contents
     */
    public static Template ofThisProcess(List<String> facts, List<String> roles, Filling filling) {
        return new Template(facts, false, roles, filling);
    }

    /** {@return the unique part of its name; for a template of this process, unique to the process} */
    DatabaseName databaseName(UUID process) {
        Fingerprint fingerprint = new Fingerprint();
        facts.forEach(fact -> fingerprint.add("fact", fact));
        if (!isShared) {
            fingerprint.add("process", process.toString());
        }
        String hex = fingerprint.hex();
        int key = Integer.parseUnsignedInt(hex.substring(DIGITS, DIGITS + 8), 16) & Integer.MAX_VALUE;
        return DatabaseName.ofTemplate(hex.substring(0, DIGITS), key);
    }
}
