/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.boot.actuate.answer.RequestRefusedException;
import java.util.LinkedHashMap;
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
 * Looks at the values of a write before Spring Boot converts them. The path names the operation, and all other values are
 * those of the inspected body: whatever else reaches the operation, and whatever the inspection found wrong, is refused.
 * A request that came past the inspection has no values at all, and so changes nothing.
 */
final class WriteArgumentsAdvisor implements OperationInvokerAdvisor {

    private static final EndpointId MIGRATIONS = EndpointId.of("migrations");

    private final WriteOperations writes;
    private final OpenInspections inspections;

    WriteArgumentsAdvisor(WriteOperations writes, OpenInspections inspections) {
        this.writes = writes;
        this.inspections = inspections;
    }

    @Override
    public OperationInvoker apply(
            EndpointId endpoint, OperationType type, OperationParameters parameters, OperationInvoker invoker) {
        return endpoint.equals(MIGRATIONS) && type == OperationType.WRITE
                ? context -> invoke(context, invoker)
                : invoker;
    }

    private @Nullable Object invoke(InvocationContext context, OperationInvoker invoker) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(context.getArguments());
        try {
            check(arguments, inspection(arguments));
        } catch (RequestRefusedException e) {
            SecurityContext caller = context.resolveArgument(SecurityContext.class);
            return writes.refuse(Objects.requireNonNullElse(caller, SecurityContext.NONE), sent(arguments), e);
        }
        return invoker.invoke(context);
    }

    /** Finds the inspection of the request, and takes its key out of the values. */
    private Inspection inspection(Map<String, @Nullable Object> arguments) {
        Inspection inspection = ServletInspection.find();
        if (inspection != null) {
            return inspection;
        }
        String key = inspections.key(arguments.keySet());
        arguments.remove(key);
        return key == null ? Inspection.NOTHING_SENT : inspections.get(key);
    }

    private static void check(Map<String, @Nullable Object> arguments, Inspection inspection) {
        if (inspection.refusal() != null) {
            throw inspection.refusal();
        }
        if (!(arguments.get(WriteRequest.OPERATION) instanceof String[])) {
            throw RequestRefusedException.unusable(
                    "The request names another operation than its path.",
                    "The body would override the path.",
                    "Name the operation in the path alone.");
        }
        checkKeys(arguments.keySet());
        Map<String, @Nullable Object> values = new LinkedHashMap<>(arguments);
        values.remove(WriteRequest.OPERATION);
        if (!values.equals(inspection.values())) {
            throw RequestRefusedException.unusable(
                    "The request has values that were not found in its body.",
                    "Only the body is read, by Spring MVC or Spring WebFlux at the path of the endpoint.",
                    "Send all values in the JSON body.");
        }
    }

    private static void checkKeys(Set<String> keys) {
        Set<String> unknown = new TreeSet<>(keys);
        unknown.removeAll(WriteRequest.KEYS);
        if (!unknown.isEmpty()) {
            throw RequestRefusedException.unusable(
                    "The operation has no " + String.join(", ", unknown) + ".",
                    "Its keys are revision, dryRun and database.",
                    "Correct the key or leave it out.");
        }
    }

    private static WriteRequest sent(Map<String, @Nullable Object> arguments) {
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
