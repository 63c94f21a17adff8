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
 * Checks the arguments of a write before Spring Boot converts them. The path names the operation, and all other values
 * come from the inspected body; other values, and requests that the inspection refused, are refused. A request that
 * bypassed the inspection has no values, and so changes nothing.
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

    /** Finds the inspection of the request, and removes its key from the values. */
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
                    "The body names another operation than the path.",
                    "The body would override the path.",
                    "Name the operation only in the path.");
        }
        checkKeys(arguments.keySet());
        Map<String, @Nullable Object> values = new LinkedHashMap<>(arguments);
        values.remove(WriteRequest.OPERATION);
        if (!values.equals(inspection.values())) {
            throw RequestRefusedException.unusable(
                    "The request has values that are not in its body.",
                    "Retort reads values only from the body, at the endpoint's path in Spring MVC or Spring WebFlux.",
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
                    "Correct or remove the key.");
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
