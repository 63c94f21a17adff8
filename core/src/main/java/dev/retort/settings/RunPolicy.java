/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a run.
 *
 * @param transaction one transaction per revision, or one for all
 * @param waitForLock how long to wait for another run; {@code null} as long as its holder lives
 * @param onNonEmptySchema what to do with a schema that has objects but no version table
 * @param adoption from which tool a database is adopted
 * @param changedScripts what to do with scripts that were changed after they were applied
 * @param unknownRevision what to do with version rows that no script has
 * @param createSchema whether the session's schema is created when it does not exist
 * @param scriptTextLimit the largest script text that is stored, in bytes
 * @param placeholders the values of {@code ${name}}
 * @param secrets the names of placeholders whose values the history does not store
 * @since 0.1
 */
public record RunPolicy(
        TransactionMode transaction,
        @Nullable Duration waitForLock,
        NonEmptySchemaPolicy onNonEmptySchema,
        AdoptionSettings adoption,
        ChangedScripts changedScripts,
        UnknownRevision unknownRevision,
        boolean createSchema,
        int scriptTextLimit,
        Map<String, String> placeholders,
        SecretPlaceholders secrets) {

    /**
     * Copies the placeholders.
     *
     * @param transaction one transaction per revision, or one for all
     * @param waitForLock how long to wait for another run; {@code null} as long as its holder lives
     * @param onNonEmptySchema what to do with a schema that has objects but no version table
     * @param adoption from which tool a database is adopted
     * @param changedScripts what to do with scripts that were changed after they were applied
     * @param unknownRevision what to do with version rows that no script has
     * @param createSchema whether the session's schema is created when it does not exist
     * @param scriptTextLimit the largest script text that is stored, in bytes
     * @param placeholders the values of {@code ${name}}
     * @param secrets the names of placeholders whose values the history does not store
     */
    public RunPolicy {
        placeholders = Map.copyOf(placeholders);
    }

    /**
     * {@return this policy with more placeholders}
     *
     * @param stronger value by name; they win over the present ones of the same name
     */
    public RunPolicy withPlaceholders(Map<String, String> stronger) {
        Map<String, String> all = new HashMap<>(placeholders);
        all.putAll(stronger);
        return new RunPolicy(
                transaction,
                waitForLock,
                onNonEmptySchema,
                adoption,
                changedScripts,
                unknownRevision,
                createSchema,
                scriptTextLimit,
                all,
                secrets);
    }

    /** {@return this policy, refusing at once while another run holds the migration lock} */
    public RunPolicy withoutWaiting() {
        return new RunPolicy(
                transaction,
                Duration.ZERO,
                onNonEmptySchema,
                adoption,
                changedScripts,
                unknownRevision,
                createSchema,
                scriptTextLimit,
                placeholders,
                secrets);
    }
}
