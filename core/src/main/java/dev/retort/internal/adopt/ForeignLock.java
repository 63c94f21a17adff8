/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.internal.jdbc.statement.SqlWork;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The lock that the other tool takes while it migrates. */
public interface ForeignLock {

    /**
     * Works while the other tool does not.
     *
     * @param limit how long to wait for it; {@code null} as long as its holder lives
     */
    <T extends @Nullable Object> T during(@Nullable Duration limit, SqlWork<T> work) throws SQLException;

    /** Makes sure, in the transaction of the adoption, that the other tool does not start before it ends. */
    void keep() throws SQLException;
}
