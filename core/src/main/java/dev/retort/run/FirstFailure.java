/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.jdbc.SqlWork;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The first thing that failed in the code of a Java revision. Code that catches it gets no further: its transaction is broken,
 * or a part of what it asked for is missing.
 */
final class FirstFailure {

    private @Nullable Throwable failure;

    /** Does some work, unless something failed before; remembers its failure. */
    <T extends @Nullable Object> T guard(SqlWork<T> work) {
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

    private void remember(Throwable error) {
        if (failure == null) {
            failure = error;
        }
    }

    /** Throws what failed, if something did. */
    void rethrow() {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }
}
