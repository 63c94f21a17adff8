/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.java;

import java.sql.SQLException;

/** Carries an error of the driver through the code of a Java revision, which knows nothing of JDBC. */
final class ServerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException failure;

    ServerFailure(SQLException failure) {
        super(failure);
        this.failure = failure;
    }

    @Override
    public synchronized SQLException getCause() {
        return failure;
    }
}
