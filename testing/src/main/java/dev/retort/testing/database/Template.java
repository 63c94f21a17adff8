/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.internal.sql.Fingerprint;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A database that is made once and copied. Whoever asks for the same facts gets the same one, in other processes on the same
 * server too.
 *
 * @param facts everything that decides what is in it; equal facts, equal contents
 * @param isShared whether the facts say it all, so that other processes and later ones may use it
 * @param roles the roles that its contents refer to; those that the server lacks are made, without a login
 * @param filling makes its contents, once, in an empty database
 * @since 0.1
 */
public record Template(List<String> facts, boolean isShared, List<String> roles, Filling filling) {

    /** How long the part of the name is that no other template has. */
    private static final int DIGITS = 32;

    /** Makes the contents of an empty database. */
    @FunctionalInterface
    public interface Filling {

        /** An empty database. */
        Filling NOTHING = database -> {};

        /**
         * Makes the contents and leaves no session open.
         *
         * @param database connections to the database
         */
        void fill(DataSource database);
    }

    /** Copies the lists. */
    public Template {
        facts = List.copyOf(facts);
        roles = List.copyOf(roles);
    }

    /** {@return a template whose contents nobody else may count on, as their facts are not all known} */
    public static Template ofThisProcess(List<String> facts, List<String> roles, Filling filling) {
        return new Template(facts, false, roles, filling);
    }

    /** {@return what names it: the same for the same facts; for facts of this process, the same only here} */
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
