/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.Retort;
import dev.retort.run.RunRequest;
import java.util.Objects;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** Changes databases for callers that may, and has every attempt audited. */
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

    /** Answers a request that cannot be used; a caller without the right to ask is told only that. */
    WebEndpointResponse<OperationResponseBody> refuse(
            SecurityContext caller, WriteRequest sent, RequestRefusedException reason) {
        return audited(caller, sent, (request, withSql) -> {
            throw reason;
        });
    }

    /** What is done for a caller that may. */
    @FunctionalInterface
    private interface Write {
        RunDescriptor run(WriteRequest request, boolean withSql);
    }

    private WebEndpointResponse<OperationResponseBody> audited(SecurityContext caller, WriteRequest sent, Write write) {
        WriteRequest request = sent.withDatabase(databases.nameOf(sent.database()));
        WebEndpointResponse<OperationResponseBody> response = answer(caller, request, write);
        audit.record(caller.getPrincipal(), request, response);
        return response;
    }

    private WebEndpointResponse<OperationResponseBody> answer(
            SecurityContext caller, WriteRequest request, Write write) {
        return switch (authorization.decide(caller)) {
            case GRANTED -> {
                boolean withSql = authorization.showsSql(caller);
                yield Answers.of(withSql, () -> write.run(request, withSql));
            }
            case UNAUTHENTICATED ->
                Answers.refusal(ErrorDescriptor.of(
                        ErrorStatus.UNAUTHORIZED,
                        "This operation needs an authenticated principal.",
                        "Authenticate; without a security configuration nobody can."));
            case FORBIDDEN ->
                Answers.refusal(ErrorDescriptor.of(
                        ErrorStatus.FORBIDDEN,
                        "This operation needs a role that the principal does not have.",
                        "Use a principal with one of the roles in 'retort.endpoint.roles'."));
        };
    }

    private RunDescriptor run(SecurityContext caller, WriteRequest request, boolean withSql) {
        MigrationOperation operation = request.knownOperation();
        ServletQuery.refuseValues();
        RunRequest toRun =
                request.toRun(Objects.requireNonNull(caller.getPrincipal()).getName());
        Retort database = databases.select(request.database());
        try {
            return RunDescriptor.of(
                    Objects.requireNonNull(request.database()),
                    operation.run(database.withoutWaiting(), toRun),
                    withSql);
        } finally {
            statuses.forget(database);
        }
    }
}
