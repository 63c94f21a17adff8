/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that hold the law, one after the other, on the same two databases. */
@SuppressWarnings("NullAway.Init")
public abstract class LawTestCase {

    protected static Law law;

    @BeforeAll
    static void open() {
        law = new Law();
    }

    @AfterAll
    static void close() {
        law.close();
    }
}
