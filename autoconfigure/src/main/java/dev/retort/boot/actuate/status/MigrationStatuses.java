/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.status;

import dev.retort.Retort;
import dev.retort.boot.actuate.answer.Disclosure;
import dev.retort.status.MigrationStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where databases stand, as read a moment ago: probes and scrapes come often and must not each cost a query. Safe for
 * use by several threads; one reads while the others wait for what it finds.
 *
 * @since 0.1
 */
public final class MigrationStatuses {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationStatuses.class);

    private final InstantSource clock;
    private final Duration freshFor;
    private final Map<Retort, Entry> entries = new ConcurrentHashMap<>();

    public MigrationStatuses(InstantSource clock, Duration freshFor) {
        this.clock = clock;
        this.freshFor = freshFor;
    }

    /** What reading a status gave. */
    public sealed interface Reading {

        /** The database answered. */
        record Known(MigrationStatus status) implements Reading {}

        /** It did not, or the scripts could not be read. */
        record Unavailable(RuntimeException failure) implements Reading {}
    }

    public Reading of(Retort database) {
        return entry(database).get(database::status);
    }

    /** Has the status read anew when it is next asked for. */
    public void forget(Retort database) {
        entry(database).forget();
    }

    private Entry entry(Retort database) {
        return entries.computeIfAbsent(database, key -> new Entry());
    }

    private final class Entry {

        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Reading reading;
        private Instant readAt = Instant.EPOCH;

        Reading get(Supplier<MigrationStatus> source) {
            lock.lock();
            try {
                Reading known = reading;
                if (known == null || isStale()) {
                    known = read(source);
                    reading = known;
                    readAt = clock.instant();
                }
                return known;
            } finally {
                lock.unlock();
            }
        }

        void forget() {
            lock.lock();
            try {
                reading = null;
            } finally {
                lock.unlock();
            }
        }

        /** A clock that was set back makes a reading stale too. */
        private boolean isStale() {
            Duration age = Duration.between(readAt, clock.instant());
            return age.isNegative() || age.compareTo(freshFor) >= 0;
        }

        private Reading read(Supplier<MigrationStatus> source) {
            try {
                return new Reading.Known(source.get());
            } catch (RuntimeException e) {
                if (!(reading instanceof Reading.Unavailable)) {
                    LOG.warn(
                            "The state of the migrations cannot be read: {}",
                            Disclosure.of(e, true).message());
                    LOG.debug("The state of the migrations cannot be read.", e);
                }
                return new Reading.Unavailable(e);
            }
        }
    }
}
