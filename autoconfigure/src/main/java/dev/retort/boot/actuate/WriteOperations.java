/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.Retort;
import dev.retort.boot.actuate.answer.ErrorDescriptor;
import dev.retort.boot.actuate.answer.ErrorStatus;
import dev.retort.boot.actuate.answer.RequestRefusedException;
import dev.retort.boot.actuate.answer.RunDescriptor;
import dev.retort.boot.actuate.status.Databases;
import dev.retort.boot.actuate.status.MigrationStatuses;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import java.util.Objects;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** Runs write operations for authorized callers, and audits every attempt. */
final class WriteOperations {

    private final Databases databases;
    private final MigrationStatuses statuses;
    private final Authorization authorization;
    private final MigrationAudit audit;

    WriteOperations(
            Databases databases, MigrationStatuses statuses, Authorization authorization, MigrationAudit audit) {
        this.databases = databases;
        this.statuses = statuses;
        this.authorization = authorization;
        this.audit = audit;
    }

    WebEndpointResponse<OperationResponseBody> run(SecurityContext caller, WriteRequest sent) {
        return audited(caller, sent, (request, withSql) -> run(caller, request, withSql));
    }

    /** Refuses an invalid request; an unauthorized caller learns only that it is unauthorized. */
    WebEndpointResponse<OperationResponseBody> refuse(
            SecurityContext caller, WriteRequest sent, RequestRefusedException reason) {
        return audited(caller, sent, (request, withSql) -> {
            throw reason;
        });
    }

    /** The action for an authorized caller. */
    @FunctionalInterface
    private interface Write {
        RunDescriptor run(WriteRequest request, boolean withSql);
    }

    /**
     * The outcome of a write.
     *
     * @param shown the response
     * @param audited the outcome in the audit event, which readers can see
     */
    private record Answer(
            WebEndpointResponse<OperationResponseBody> shown, WebEndpointResponse<OperationResponseBody> audited) {

        static Answer of(WebEndpointResponse<OperationResponseBody> response) {
            return new Answer(response, response);
        }
    }

    private WebEndpointResponse<OperationResponseBody> audited(SecurityContext caller, WriteRequest sent, Write write) {
        WriteRequest request = sent.withDatabase(databases.nameOf(sent.database()));
        Answer answer = answer(caller, request, write);
        audit.record(caller.getPrincipal(), request, answer.audited());
        return answer.shown();
    }

    private Answer answer(SecurityContext caller, WriteRequest request, Write write) {
        return switch (authorization.decide(caller)) {
            case GRANTED -> granted(request, authorization.showsSql(caller), write);
            case UNAUTHENTICATED ->
                refused(ErrorDescriptor.of(
                        ErrorStatus.UNAUTHORIZED,
                        "This operation requires an authenticated principal.",
                        "Add Spring Security and authenticate."));
            case FORBIDDEN ->
                refused(ErrorDescriptor.of(
                        ErrorStatus.FORBIDDEN,
                        "This operation requires a role that the principal does not have.",
                        "Use a principal with one of the roles in 'retort.endpoint.roles'."));
        };
    }

    private static Answer granted(WriteRequest request, boolean withSql, Write write) {
        try {
            return Answer.of(new WebEndpointResponse<>(write.run(request, withSql)));
        } catch (RuntimeException e) {
            return new Answer(
                    Answers.refusal(Answers.describe(e, withSql)), Answers.refusal(ErrorDescriptor.of(e, false)));
        }
    }

    private static Answer refused(ErrorDescriptor error) {
        return Answer.of(Answers.refusal(error));
    }

    private RunDescriptor run(SecurityContext caller, WriteRequest request, boolean withSql) {
        MigrationOperation operation = request.knownOperation();
        RunRequest toRun =
                request.toRun(Objects.requireNonNull(caller.getPrincipal()).getName());
        Retort database = databases.select(request.database());
        try {
            RunResult result = operation.run(database.withoutWaiting(), toRun);
            return RunDescriptor.of(
                    Objects.requireNonNull(request.database()),
                    result,
                    database.authoring().packedFindings(result),
                    withSql);
        } finally {
            statuses.forget(database);
        }
    }
}
