/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.failure;

import dev.retort.boot.MigrationFailedException;
import dev.retort.internal.jdbc.support.UnsupportedDatabaseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/** Adds, where another product than PostgreSQL was met, what usually put it there: a test slice. */
@Order(0)
final class UnsupportedDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedDatabaseException> {

    private static final String IN_A_TEST = """

            In a test, @DataJpaTest and its kin put an embedded database in the place of the application's unless told \
            otherwise: use a container with @ServiceConnection, name the database in a @DynamicPropertySource, or keep \
            the application's with @AutoConfigureTestDatabase(replace = NONE).""";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedDatabaseException cause) {
        String description = new FailureText(cause.what())
                .database(findCause(rootFailure, MigrationFailedException.class))
                .paragraph(cause.why())
                .toString();
        boolean otherProduct = !cause.product().equals("PostgreSQL");
        return new FailureAnalysis(description, otherProduct ? cause.action() + IN_A_TEST : cause.action(), cause);
    }
}
