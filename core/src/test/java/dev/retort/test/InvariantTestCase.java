/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests of the invariant, one after the other, on the same two databases. */
@SuppressWarnings("NullAway.Init")
public abstract class InvariantTestCase {

    protected static Invariant invariant;

    @BeforeAll
    static void open() {
        invariant = new Invariant();
    }

    @AfterAll
    static void close() {
        invariant.close();
    }
}
