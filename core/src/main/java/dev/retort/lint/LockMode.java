/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.util.Arrays;

/**
 * A lock mode of tables, in ascending strength (PostgreSQL manual, chapter "Explicit Locking").
 *
 * @since 0.1
 */
public enum LockMode {
    /** Taken by reads. */
    ACCESS_SHARE("AccessShareLock", "blocks only ACCESS EXCLUSIVE"),
    /** Taken by {@code SELECT FOR UPDATE}. */
    ROW_SHARE("RowShareLock", "blocks only strong locks"),
    /** Taken by writes. */
    ROW_EXCLUSIVE("RowExclusiveLock", "blocks index builds and DDL"),
    /** Taken by {@code VACUUM} and concurrent index builds. */
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", "blocks DDL and VACUUM"),
    /** Taken by {@code CREATE INDEX}. */
    SHARE("ShareLock", "blocks writes"),
    /** Taken by {@code ADD FOREIGN KEY} and {@code CREATE TRIGGER}. */
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", "blocks writes"),
    /** Taken by {@code REFRESH MATERIALIZED VIEW CONCURRENTLY}. */
    EXCLUSIVE("ExclusiveLock", "blocks writes"),
    /** Taken by most forms of {@code ALTER TABLE}. */
    ACCESS_EXCLUSIVE("AccessExclusiveLock", "blocks reads and writes");

    private final String server;
    private final String blocks;

    LockMode(String server, String blocks) {
        this.server = server;
        this.blocks = blocks;
    }

    /**
     * {@return the mode that {@code pg_locks} shows under this name}
     *
     * @param server the value of {@code pg_locks.mode}, such as {@code AccessExclusiveLock}
     * @throws IllegalArgumentException when tables have no such mode
     */
    public static LockMode of(String server) {
        return Arrays.stream(values())
                .filter(mode -> mode.server.equals(server))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No lock mode of tables: " + server));
    }

    /** {@return the name in PostgreSQL's manual, such as {@code ACCESS EXCLUSIVE}} */
    public String words() {
        return name().replace('_', ' ');
    }

    /** {@return what other sessions cannot do meanwhile} */
    public String blocks() {
        return blocks;
    }

    /** {@return whether other sessions cannot write meanwhile} */
    public boolean blocksWrites() {
        return compareTo(SHARE) >= 0;
    }

    /** {@return whether other sessions cannot read meanwhile} */
    public boolean blocksReads() {
        return this == ACCESS_EXCLUSIVE;
    }
}
