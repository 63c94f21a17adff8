/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets contestants take turns: each once in every round, and each round begins with another one. One that fails loses that
 * round and no other.
 */
final class Contest {

    /** Does its task once. */
    @FunctionalInterface
    interface Contestant {
        /** {@return how long it took, by what the contest counts} */
        Duration run() throws Exception;
    }

    private final Map<String, Contestant> contestants = new LinkedHashMap<>();

    Contest add(String name, Contestant contestant) {
        contestants.put(name, contestant);
        return this;
    }

    /** Runs the rounds; ends early only when the thread is interrupted. */
    Timings run(int rounds) throws InterruptedException {
        Map<String, List<Duration>> times = new LinkedHashMap<>();
        contestants.keySet().forEach(name -> times.put(name, new ArrayList<>()));
        List<String> order = new ArrayList<>(contestants.keySet());
        for (int round = 1; round <= rounds; round++) {
            for (String name : order) {
                run(round, name)
                        .ifPresent(took ->
                                times.getOrDefault(name, new ArrayList<>()).add(took));
            }
            Collections.rotate(order, -1);
        }
        return new Timings(rounds, times);
    }

    private Optional<Duration> run(int round, String name) throws InterruptedException {
        try {
            Duration took = Objects.requireNonNull(contestants.get(name)).run();
            System.err.printf("round %d: %s %d ms%n", round, name, took.toMillis());
            return Optional.of(took);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            System.err.printf("round %d: %s failed: %s%n", round, name, e);
            return Optional.empty();
        }
    }
}
