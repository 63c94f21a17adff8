/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Faults;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One JDBC call of a command fails; the next run, with sound connections, brings the database where it was to go. */
class FaultTests extends RunTestCase {

    private static final int SAMPLE = 2;
    private static final int STRIDE = Integer.getInteger("nightly.stride", 1);

    /** Evenly spread, and others for each kind. */
    @ParameterizedTest
    @EnumSource
    void convergesAfterAFaultAtSomeCalls(FaultCase command) {
        int calls = command.count(folder, database);
        int points = 0;
        List<Faults.Kind> kinds = List.of(Faults.Kind.values());
        for (int i = 0; i < SAMPLE * kinds.size(); i++) {
            int number = 1 + calls * i / (SAMPLE * kinds.size());
            command.failAndConverge(folder, database, Faults.at(number, kinds.get(i % kinds.size())));
            points++;
        }
        assertThat(points).isEqualTo(SAMPLE * kinds.size());
    }

    /** Whether its table was created is not in the driver's error: Retort must not create it again. */
    @ParameterizedTest
    @EnumSource
    void aStatementWithoutAnAnswerIsInDoubt(Faults.Kind kind) {
        FaultCase.AUTOCOMMIT.failAndConverge(folder, database, Faults.after("CREATE TABLE alone", kind));
    }

    @Tag("nightly")
    @ParameterizedTest
    @EnumSource
    void convergesAfterAFaultAtEveryCall(FaultCase command) {
        int calls = command.count(folder, database);
        int points = 0;
        for (int number = 1; number <= calls; number += STRIDE) {
            for (Faults.Kind kind : Faults.Kind.values()) {
                command.failAndConverge(folder, database, Faults.at(number, kind));
                points++;
            }
        }
        System.out.printf("%s: %d JDBC calls, %d fault points, all converged%n", command, calls, points);
        assertThat(points).isEqualTo(3 * ((calls + STRIDE - 1) / STRIDE));
    }
}
