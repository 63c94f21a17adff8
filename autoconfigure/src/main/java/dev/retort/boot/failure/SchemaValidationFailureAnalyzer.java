/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.failure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Analyzes the failure of Hibernate's {@code ddl-auto=validate}: an entity was changed, and no revision was generated or
 * run. Matches the exception by its name, because Hibernate is optional.
 */
@Order(0)
final class SchemaValidationFailureAnalyzer implements FailureAnalyzer {

    private static final String EXCEPTION = "org.hibernate.tool.schema.spi.SchemaManagementException";

    private static final String ACTION = """
            If an entity was changed, generate the revision with `revision --autogenerate -m "..."` (with Maven: \
            mvn retort:revision -Dretort.args="--autogenerate -m '...'"), and start again.
            If the revision exists, it was not run at startup: the hold of a downgrade stops it, which `upgrade head` ends, \
            or retort.on-startup or retort.target.""";

    private final boolean enabled;

    SchemaValidationFailureAnalyzer(Environment environment) {
        this.enabled = environment.getProperty("retort.enabled", Boolean.class, true);
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (@Nullable Throwable cause = failure; enabled && cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().equals(EXCEPTION)) {
                return new FailureAnalysis(
                        "The database does not have what the entities need. Hibernate: " + cause.getMessage(),
                        ACTION,
                        cause);
            }
        }
        return null;
    }
}
