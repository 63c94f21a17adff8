/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets contestants take turns: each once in every round, and each round begins with another one. */
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

    Timings run(int rounds) throws Exception {
        Map<String, List<Duration>> times = new LinkedHashMap<>();
        contestants.keySet().forEach(name -> times.put(name, new ArrayList<>()));
        List<Map.Entry<String, Contestant>> order = new ArrayList<>(contestants.entrySet());
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Contestant> contestant : order) {
                Duration took = contestant.getValue().run();
                times.getOrDefault(contestant.getKey(), new ArrayList<>()).add(took);
                System.err.printf("round %d: %s %d ms%n", round, contestant.getKey(), took.toMillis());
            }
            Collections.rotate(order, -1);
        }
        return new Timings(times);
    }
}
