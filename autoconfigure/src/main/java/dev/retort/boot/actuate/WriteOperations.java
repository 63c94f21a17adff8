/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.Retort;
import dev.retort.boot.actuate.Authorization.Decision;
import dev.retort.run.RunRequest;
import java.security.Principal;
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
        WriteRequest request =
                new WriteRequest(sent.operation(), sent.revision(), sent.dryRun(), databases.nameOf(sent.database()));
        WebEndpointResponse<OperationResponseBody> response = answer(caller, request);
        audit.record(caller.getPrincipal(), request, response);
        return response;
    }

    private WebEndpointResponse<OperationResponseBody> answer(SecurityContext caller, WriteRequest request) {
        Decision decision = authorization.decide(caller);
        return switch (decision) {
            case GRANTED -> {
                boolean withSql = authorization.showsSql(caller);
                Principal principal = Objects.requireNonNull(caller.getPrincipal());
                yield Answers.of(withSql, () -> run(principal, request, withSql));
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

    private RunDescriptor run(Principal principal, WriteRequest request, boolean withSql) {
        MigrationOperation operation = request.knownOperation();
        ServletOverrides.refuse(request);
        RunRequest toRun = request.toRun(principal.getName());
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
