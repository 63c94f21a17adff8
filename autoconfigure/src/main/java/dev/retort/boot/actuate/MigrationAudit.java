/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.boot.actuate.answer.ErrorDescriptor;
import dev.retort.boot.actuate.answer.RunDescriptor;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.context.ApplicationEventPublisher;

/** Publishes an audit event for every write request, refused ones included. */
final class MigrationAudit {

    static final String ANONYMOUS = "anonymous";

    private static final Logger LOG = LoggerFactory.getLogger(MigrationAudit.class);
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_MESSAGE = 500;

    private final ApplicationEventPublisher publisher;

    MigrationAudit(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Publishes the request and its outcome. A failing listener is logged and does not fail the request: the caller
     * must receive the outcome.
     */
    void record(
            @Nullable Principal principal, WriteRequest request, WebEndpointResponse<OperationResponseBody> response) {
        String name = principal == null ? ANONYMOUS : principal.getName();
        AuditApplicationEvent event = event(name, type(request), data(request, response));
        try {
            publisher.publishEvent(event);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on an audit event and may have missed: {}", event.getAuditEvent(), e);
        }
    }

    /**
     * The event accepts a map with nullable values; compilers before 21 do not see that in its class file, later ones
     * do.
     */
    @SuppressWarnings("NullAway")
    private static AuditApplicationEvent event(String principal, String type, Map<String, Object> data) {
        return new AuditApplicationEvent(principal, type, data);
    }

    private static String type(WriteRequest request) {
        return MigrationOperation.find(request.operation())
                .map(operation -> "MIGRATION_" + operation.name())
                .orElse("MIGRATION_UNKNOWN");
    }

    private static Map<String, Object> data(WriteRequest request, WebEndpointResponse<OperationResponseBody> response) {
        Map<String, Object> data = new LinkedHashMap<>();
        put(data, WriteRequest.OPERATION, request.operation());
        put(data, WriteRequest.DATABASE, request.database());
        put(data, WriteRequest.REVISION, request.revision());
        put(data, WriteRequest.DRY_RUN, request.dryRun());
        data.put("status", response.getStatus());
        data.put("outcome", outcome(response.getStatus()));
        if (response.getBody() instanceof RunDescriptor run) {
            data.put("before", run.before());
            data.put("after", run.after());
        }
        if (response.getBody() instanceof ErrorDescriptor error) {
            data.put("message", inOneLine(error.message(), LONGEST_MESSAGE));
        }
        return data;
    }

    private static void put(Map<String, Object> data, String key, @Nullable String value) {
        if (value != null) {
            data.put(key, inOneLine(value, LONGEST_VALUE));
        }
    }

    /** Events are written to logs and terminals: values of the caller are shortened and escaped. */
    private static String inOneLine(String text, int longest) {
        boolean isLong = text.length() > longest;
        StringBuilder line = new StringBuilder();
        (isLong ? text.substring(0, longest) : text).codePoints().forEach(each -> append(line, each));
        return isLong ? line.append("...").toString() : line.toString();
    }

    private static void append(StringBuilder line, int each) {
        switch (Character.getType(each)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> line.append(String.format("\\u%04x", each));
            default -> line.appendCodePoint(each);
        }
    }

    private static String outcome(int status) {
        if (status < 400) {
            return "succeeded";
        }
        return status < 500 ? "refused" : "failed";
    }
}
