/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.boot.actuate.answer.Disclosure;
import dev.retort.boot.actuate.answer.ErrorDescriptor;
import dev.retort.error.RetortException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** Turns the result or the exception of an operation into a response with a body. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /**
     * Runs an operation.
     *
     * @param withSql whether the caller may see SQL, and with it the server's messages about a failed statement
     * @param operation the operation
     */
    static WebEndpointResponse<OperationResponseBody> of(
            boolean withSql, Supplier<? extends OperationResponseBody> operation) {
        try {
            return new WebEndpointResponse<>(operation.get());
        } catch (RuntimeException e) {
            return refusal(describe(e, withSql));
        }
    }

    /** Describes a failure to a caller, and logs the details that the caller may not see. */
    static ErrorDescriptor describe(RuntimeException failure, boolean withSql) {
        ErrorDescriptor described = ErrorDescriptor.of(failure, withSql);
        if (!(failure instanceof RetortException)) {
            LOG.error("An operation of the endpoint 'migrations' failed unexpectedly.", failure);
        } else if (!Disclosure.of(failure, withSql).complete()) {
            Disclosure all = Disclosure.of(failure, true);
            LOG.warn("The endpoint 'migrations' answered {}: {} {}", described.status(), all.message(), all.action());
        }
        return described;
    }

    static WebEndpointResponse<OperationResponseBody> refusal(ErrorDescriptor error) {
        return new WebEndpointResponse<>(error, error.status());
    }
}
