/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.error.RetortException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** Turns what an operation returns or throws into a response whose body says what happened. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /**
     * Runs an operation.
     *
     * @param withSql whether a failure may show its statement
     * @param operation the operation
     */
    static WebEndpointResponse<OperationResponseBody> of(
            boolean withSql, Supplier<? extends OperationResponseBody> operation) {
        try {
            return new WebEndpointResponse<>(operation.get());
        } catch (RetortException e) {
            return refusal(ErrorDescriptor.of(e, withSql));
        } catch (RuntimeException e) {
            LOG.error("An operation of the endpoint 'migrations' failed unexpectedly.", e);
            return refusal(ErrorDescriptor.of(
                    ErrorStatus.INTERNAL_SERVER_ERROR, Disclosure.of(e), "The log of the application says more."));
        }
    }

    static WebEndpointResponse<OperationResponseBody> refusal(ErrorDescriptor error) {
        return new WebEndpointResponse<>(error, error.status());
    }
}
