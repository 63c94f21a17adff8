/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.java;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.statement.SqlWork;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The first failure in the code of a Java revision. Code that catches it gets no further: its transaction is
 * broken, or a part of what it asked for is missing.
 */
final class FirstFailure {

    private final Thread thread = Thread.currentThread();
    private volatile @Nullable Throwable failure;
    private volatile boolean over;

    /** Does some work, unless something failed before; remembers its failure. */
    <T extends @Nullable Object> T guard(SqlWork<T> work) {
        requireOwnThread();
        rethrow();
        try {
            return work.run();
        } catch (SQLException e) {
            ServerFailure carrier = new ServerFailure(e);
            remember(carrier);
            throw carrier;
        } catch (RuntimeException | Error e) {
            remember(e);
            throw e;
        } catch (Throwable e) {
            UndeclaredThrowableException carrier = new UndeclaredThrowableException(e);
            remember(carrier);
            throw carrier;
        }
    }

    /** Refuses operations that are used later or on another thread; the step fails then. */
    private void requireOwnThread() {
        Thread current = Thread.currentThread();
        if (current == thread && !over) {
            return;
        }
        RetortException refusal = current != thread
                ? new RetortException(
                        "A Java revision used its operations on the thread " + current.getName() + ".",
                        "They belong to one connection and its transaction, which only the thread " + thread.getName()
                                + " works with.",
                        "Use them on the thread that calls upgrade or downgrade: compute in parallel, then write"
                                + " there.")
                : new RetortException(
                        "A Java revision used its operations after its method had returned.",
                        "They are valid only during the call that they were passed to.",
                        "Do not keep them in a field.");
        remember(refusal);
        throw refusal;
    }

    /** Ends the call of the code. */
    void end() {
        over = true;
    }

    private void remember(Throwable error) {
        if (failure == null) {
            failure = error;
        }
    }

    /** Throws what failed, if something did. */
    void rethrow() {
        Throwable first = failure;
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
        if (first instanceof Error error) {
            throw error;
        }
    }
}
