/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules of {@code lint}. {@link #id} is stable: suppressions and settings use it.
 *
 * @since 0.1
 */
public enum Rule {
    /** An index is built under SHARE. */
    BLOCKING_INDEX_BUILD(Severity.ERROR, true, "CREATE INDEX blocks writes while the index is built"),
    /** An index is dropped under ACCESS EXCLUSIVE. */
    BLOCKING_INDEX_DROP(Severity.WARNING, false, "DROP INDEX takes ACCESS EXCLUSIVE on the table"),
    /** REINDEX without CONCURRENTLY. */
    BLOCKING_REINDEX(Severity.ERROR, true, "REINDEX blocks writes, and reads that use the index"),
    /** IF NOT EXISTS meets an INVALID index. */
    CONCURRENTLY_OVER_INVALID_INDEX(
            Severity.ERROR, false, "IF NOT EXISTS skips an INVALID index that an earlier build left"),
    /** A unique constraint or primary key builds its index under ACCESS EXCLUSIVE. */
    UNIQUE_OR_PRIMARY_KEY_BUILD(Severity.ERROR, true, "A constraint builds its index under ACCESS EXCLUSIVE"),
    /** A foreign key is validated at once. */
    VALIDATED_FOREIGN_KEY(Severity.ERROR, true, "A foreign key reads both tables while writes to both are blocked"),
    /** VALIDATE in the transaction of the ADD. */
    VALIDATE_IN_SAME_TRANSACTION(
            Severity.ERROR, true, "VALIDATE CONSTRAINT runs under the lock of the statement that added the constraint"),
    /** A check is validated at once. */
    VALIDATED_CHECK(Severity.ERROR, true, "A check constraint reads the table under ACCESS EXCLUSIVE"),
    /** SET NOT NULL reads the table. */
    SET_NOT_NULL_SCAN(Severity.ERROR, true, "SET NOT NULL reads the table under ACCESS EXCLUSIVE"),
    /** A NOT NULL column without a default. */
    NOT_NULL_WITHOUT_DEFAULT(Severity.ERROR, false, "A NOT NULL column without a default fails on a table with rows"),
    /** A volatile default rewrites the table. */
    VOLATILE_DEFAULT_REWRITE(Severity.ERROR, true, "A volatile default rewrites the table"),
    /** A serial, identity or stored generated column rewrites the table. */
    GENERATED_OR_SERIAL_COLUMN_REWRITE(
            Severity.ERROR, true, "A serial, identity or stored generated column rewrites the table"),
    /** A column of a domain with a constraint rewrites the table. */
    CONSTRAINED_DOMAIN_COLUMN(Severity.ERROR, true, "A column of a domain with a constraint rewrites the table"),
    /** A type change rewrites the table. */
    TYPE_CHANGE_REWRITE(Severity.ERROR, true, "A type change rewrites the table and its indexes"),
    /** A type change reads the table. */
    TYPE_CHANGE_SCAN(Severity.ERROR, true, "A type change reads the table because of a check constraint"),
    /** A type change builds indexes. */
    TYPE_CHANGE_INDEX_REBUILD(Severity.ERROR, true, "A type change rebuilds indexes under ACCESS EXCLUSIVE"),
    /** Several statements read or rewrite one table. */
    SEVERAL_PASSES_ONE_WOULD_DO(Severity.WARNING, true, "Several statements read or rewrite the same table"),
    /** A mapped table, column or enum value is renamed. */
    RENAME_OF_MAPPED_OBJECT(Severity.ERROR, false, "A statement renames an object that the entities of this build map"),
    /** A mapped table, column or enum value is dropped. */
    DROP_OF_MAPPED_OBJECT(Severity.ERROR, false, "A statement drops an object that the entities of this build map"),
    /** Something gets another name or schema, and no model tells what uses the old one. */
    RENAMED_OR_MOVED(Severity.WARNING, false, "A table, column or enum value gets another name or schema"),
    /** A mapped column no longer takes all values that entities write. */
    NARROWED_MAPPED_COLUMN(
            Severity.ERROR, false, "A column no longer accepts all values that the entities of this build write"),
    /** A column that entities do not write is NOT NULL. */
    UNMAPPED_NOT_NULL_COLUMN(
            Severity.ERROR, false, "A column is NOT NULL, and the entities of this build do not write it"),
    /** Rows or values are lost. */
    DESTRUCTIVE_CHANGE(Severity.WARNING, false, "Rows or values are lost"),
    /** CASCADE drops more than the statement names. */
    CASCADE_DROPS_MORE(Severity.ERROR, false, "CASCADE drops objects that the statement does not name"),
    /** The database no longer enforces a constraint. */
    CONSTRAINT_DROPPED(Severity.ADVICE, false, "The database no longer enforces a constraint"),
    /** VACUUM FULL, CLUSTER and the like. */
    VACUUM_FULL_OR_CLUSTER(Severity.ERROR, true, "The statement rewrites the table under a strong lock"),
    /** ATTACH PARTITION reads a partition. */
    PARTITION_ATTACH_SCAN(Severity.ERROR, true, "ATTACH PARTITION reads the partition or the default partition"),
    /** REFRESH MATERIALIZED VIEW blocks reads. */
    MATVIEW_REFRESH_BLOCKING(Severity.WARNING, true, "REFRESH MATERIALIZED VIEW blocks reads"),
    /** DETACH PARTITION takes ACCESS EXCLUSIVE on the partitioned table. */
    PARTITION_DETACH_BLOCKING(Severity.WARNING, false, "DETACH PARTITION blocks reads and writes of all partitions"),
    /** A trigger or rule is created, dropped or disabled. */
    TRIGGER_CREATED_OR_DISABLED(Severity.ADVICE, false, "A trigger or rule is created, dropped or disabled"),
    /** Row security hides rows from roles that saw them. */
    ROW_SECURITY_HIDES_ROWS(Severity.ERROR, false, "Row security hides rows from statements that read them before"),
    /** A domain constraint reads all tables with the domain. */
    DOMAIN_CONSTRAINT(Severity.ERROR, true, "A domain constraint reads every table with a column of the domain"),
    /** A new enum value is used before it is committed. */
    ENUM_VALUE_USED_BEFORE_COMMIT(Severity.ERROR, false, "A new enum value is used in the transaction that adds it"),
    /** An enum value is removed. */
    ENUM_VALUE_REMOVED(Severity.WARNING, false, "A value of an enum type is removed"),
    /** The transaction continues with ACCESS EXCLUSIVE. */
    WORK_UNDER_ACCESS_EXCLUSIVE(Severity.WARNING, true, "A transaction does more work after it took ACCESS EXCLUSIVE"),
    /** Several tables are locked together. */
    STRONG_LOCKS_ON_SEVERAL_TABLES(Severity.WARNING, false, "One transaction holds strong locks on several tables"),
    /** Queries queue behind the wait for a lock. */
    LOCK_QUEUE(Severity.WARNING, false, "Queries queue behind the statement while it waits for its lock"),
    /** LOCK TABLE blocks writes. */
    EXPLICIT_LOCK(Severity.WARNING, false, "LOCK TABLE blocks writes until the transaction ends"),
    /** No lock_timeout. */
    NO_LOCK_TIMEOUT(Severity.WARNING, false, "A statement waits for its lock without lock_timeout"),
    /** DML that changes a whole table. */
    UNBOUNDED_DML(Severity.WARNING, false, "One statement changes all rows of a table"),
    /** A foreign key without an index. */
    FOREIGN_KEY_WITHOUT_INDEX(Severity.WARNING, false, "No index supports the new foreign key"),
    /** An integer key has used most of its range. */
    INTEGER_KEY_RUNNING_OUT(Severity.WARNING, false, "An integer key has used most of its range"),
    /** What is created again lacks its grants, comment or indexes. */
    RECREATED_WITHOUT_GRANTS(Severity.ERROR, false, "An object that is dropped and created again loses its privileges"),
    /** A published table has no key. */
    PUBLISHED_TABLE_WITHOUT_KEY(Severity.ERROR, false, "A published table loses its key or replica identity"),
    /** Rows of the real database make the statement fail. */
    DATA_WOULD_FAIL(Severity.ERROR, false, "Rows of the database make the statement fail"),
    /** The statement did not run on the scratch server. */
    NOT_MEASURED(Severity.WARNING, false, "The statement could not be measured"),
    /** Code in a DO block or function depends on rows. */
    UNMEASURED_CODE(Severity.WARNING, false, "Code reads or changes rows that the scratch database does not have"),
    /** A suppression that nothing needs. */
    SUPPRESSION_UNUSED(Severity.WARNING, false, "A suppression suppresses nothing"),
    /** A suppression whose date has passed. */
    SUPPRESSION_EXPIRED(Severity.ERROR, false, "A suppression has expired"),
    /** A suppression that cannot be read. */
    SUPPRESSION_INVALID(Severity.ERROR, false, "A suppression names no rule or no reason");

    private final Severity severity;
    private final boolean timed;
    private final String title;

    Rule(Severity severity, boolean timed, String title) {
        this.severity = severity;
        this.timed = timed;
        this.title = title;
    }

    /** {@return the name in settings, suppressions and reports, such as {@code set-not-null-scan}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the severity unless settings or sizes say otherwise} */
    public Severity severity() {
        return severity;
    }

    /** {@return whether the size of the table decides how much a finding counts} */
    public boolean isTimed() {
        return timed;
    }

    /** {@return what it finds, in a few words} */
    public String title() {
        return title;
    }

    /**
     * Looks a rule up by its id.
     *
     * @param id such as {@code set-not-null-scan}
     * @return the rule; empty when there is none with this id
     */
    public static Optional<Rule> find(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }
}
