/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.properties;

import org.jspecify.annotations.Nullable;

/**
 * From which tool a database is adopted.
 *
 * @since 0.1
 */
public class AdoptionProperties {

    /**
     * Tool from which a database is adopted: flyway or liquibase. By default the one whose history table exists.
     */
    private @Nullable String from;

    /** History table of the other tool, with or without its schema. By default the one that exists. */
    private @Nullable String table;

    /** Whether to record upgrades and downgrades of imported revisions in the history table of the other tool too. */
    private boolean mirror = true;

    /** Whether an adoption runs migrations that the database lacks although newer ones ran. Otherwise it is refused. */
    private boolean outOfOrder;

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTable() {
        return table;
    }

    public void setTable(@Nullable String table) {
        this.table = table;
    }

    public boolean isMirror() {
        return mirror;
    }

    public void setMirror(boolean mirror) {
        this.mirror = mirror;
    }

    public boolean isOutOfOrder() {
        return outOfOrder;
    }

    public void setOutOfOrder(boolean outOfOrder) {
        this.outOfOrder = outOfOrder;
    }
}
