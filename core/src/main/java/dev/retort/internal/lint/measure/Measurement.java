/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import dev.retort.internal.sql.SqlStatement;
import dev.retort.lint.LockMode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The effects of one statement on the scratch server.
 *
 * @param statement the statement
 * @param words its tokens, words in lower case
 * @param autocommit whether it runs outside of a transaction
 * @param transaction a number that the statements of one transaction share
 * @param before the catalog before it
 * @param after the catalog after it
 * @param held the strongest lock on each relation that the transaction had before it
 * @param locks the strongest lock on each relation that the transaction has after it
 * @param scans how often it read each table as a whole
 * @param changes the relations that it changed, created or dropped, by OID
 * @param lockTimeout {@code lock_timeout} in milliseconds while it ran
 * @param declared whether the locks are PostgreSQL's documented ones, because they could not be observed
 * @param failure why it did not run; {@code null} when it did
 */
public record Measurement(
        SqlStatement statement,
        List<String> words,
        boolean autocommit,
        int transaction,
        CatalogFacts before,
        CatalogFacts after,
        Map<Long, LockMode> held,
        Map<Long, LockMode> locks,
        Map<Long, Integer> scans,
        Map<Long, RelationChange> changes,
        long lockTimeout,
        boolean declared,
        @Nullable SQLException failure) {

    /** Copies the collections. */
    public Measurement {
        words = List.copyOf(words);
        held = Map.copyOf(held);
        locks = Map.copyOf(locks);
        scans = Map.copyOf(scans);
        changes = Map.copyOf(changes);
    }

    /** {@return whether the words occur in this order, one after the other} */
    public boolean says(String... sought) {
        return java.util.Collections.indexOfSubList(words, List.of(sought)) >= 0;
    }

    /** {@return whether the statement begins with these words} */
    public boolean begins(String... sought) {
        return words.size() >= sought.length && words.subList(0, sought.length).equals(List.of(sought));
    }

    /** {@return the relation under its name before the statement, or after it when it is new} */
    public @Nullable RelationFacts relation(long oid) {
        RelationFacts known = before.relation(oid);
        return known != null ? known : after.relation(oid);
    }

    /** {@return how often it read a table as a whole} */
    public int scansOf(long oid) {
        return scans.getOrDefault(oid, 0);
    }
}
