/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.failure;

import dev.retort.boot.MigrationFailedException;
import dev.retort.internal.jdbc.support.UnsupportedDatabaseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/** Analyzes a database that is not PostgreSQL, and names the usual cause: a test slice. */
@Order(0)
final class UnsupportedDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedDatabaseException> {

    private static final String IN_A_TEST = """

            In a test, @DataJpaTest and similar annotations replace the application's database with an embedded one by \
            default: use a container with @ServiceConnection, set the URL in a @DynamicPropertySource, or keep the \
            application's with @AutoConfigureTestDatabase(replace = NONE).""";

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
