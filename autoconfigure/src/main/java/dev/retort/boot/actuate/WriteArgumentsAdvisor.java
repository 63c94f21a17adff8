/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.InvocationContext;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvoker;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvokerAdvisor;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameters;

/**
 * Looks at the values of a write before Spring Boot converts them, and refuses what would otherwise be ignored or guessed:
 * keys that the operation does not have, values sent twice, and a body or query string that names another operation than
 * the path. The path alone arrives as segments, that is, as an array.
 */
final class WriteArgumentsAdvisor implements OperationInvokerAdvisor {

    private static final EndpointId MIGRATIONS = EndpointId.of("migrations");

    private final WriteOperations writes;

    WriteArgumentsAdvisor(WriteOperations writes) {
        this.writes = writes;
    }

    @Override
    public OperationInvoker apply(
            EndpointId endpoint, OperationType type, OperationParameters parameters, OperationInvoker invoker) {
        return endpoint.equals(MIGRATIONS) && type == OperationType.WRITE
                ? context -> invoke(context, invoker)
                : invoker;
    }

    private @Nullable Object invoke(InvocationContext context, OperationInvoker invoker) {
        Map<String, Object> arguments = context.getArguments();
        try {
            check(arguments);
        } catch (RequestRefusedException e) {
            SecurityContext caller = context.resolveArgument(SecurityContext.class);
            return writes.refuse(Objects.requireNonNullElse(caller, SecurityContext.NONE), sent(arguments), e);
        }
        return invoker.invoke(context);
    }

    private static void check(Map<String, Object> arguments) {
        Set<String> unknown = new TreeSet<>(arguments.keySet());
        unknown.removeAll(WriteRequest.KEYS);
        if (!unknown.isEmpty()) {
            throw RequestRefusedException.unusable(
                    "The operation has no " + String.join(", ", unknown) + ".",
                    "Its keys are revision, dryRun and database.",
                    "Correct the key or leave it out.");
        }
        arguments.forEach(WriteArgumentsAdvisor::check);
    }

    private static void check(String key, @Nullable Object value) {
        boolean isOperation = key.equals(WriteRequest.OPERATION);
        if (isOperation && !(value instanceof String[])) {
            throw RequestRefusedException.unusable(
                    "The request names another operation than its path.",
                    "Body and query string would override the path.",
                    "Name the operation in the path alone.");
        }
        if (!isOperation && value != null && !(value instanceof String)) {
            throw RequestRefusedException.unusable(
                    "The value '" + key + "' was sent more than once.",
                    "Which one is meant is never assumed.",
                    "Send it once, in the JSON body.");
        }
    }

    private static WriteRequest sent(Map<String, Object> arguments) {
        return new WriteRequest(
                Objects.requireNonNullElse(text(arguments.get(WriteRequest.OPERATION)), ""),
                text(arguments.get(WriteRequest.REVISION)),
                text(arguments.get(WriteRequest.DRY_RUN)),
                text(arguments.get(WriteRequest.DATABASE)));
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof String[] segments) {
            return String.join("/", segments);
        }
        return value == null ? null : value.toString();
    }
}
