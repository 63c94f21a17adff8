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
 * Caches the state of databases for a few seconds, because probes and scrapes are frequent and should not each cost a
 * query. Thread-safe: one thread reads while the others wait for its result.
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

    /** The result of reading a status. */
    public sealed interface Reading {

        /** The database answered. */
        record Known(MigrationStatus status) implements Reading {}

        /** It did not answer, or the scripts could not be read. */
        record Unavailable(RuntimeException failure) implements Reading {}
    }

    public Reading of(Retort database) {
        return entry(database).get(database::status);
    }

    /** Invalidates the cached status. */
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

        /** A status is also stale if the clock was set back. */
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
                            "Cannot read the state of the migrations: {}",
                            Disclosure.of(e, true).message());
                    LOG.debug("Cannot read the state of the migrations.", e);
                }
                return new Reading.Unavailable(e);
            }
        }
    }
}
