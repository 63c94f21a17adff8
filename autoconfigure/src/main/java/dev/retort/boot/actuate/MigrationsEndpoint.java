/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.Retort;
import dev.retort.boot.actuate.answer.ErrorDescriptor;
import dev.retort.boot.actuate.answer.MigrationsDescriptor;
import dev.retort.boot.actuate.answer.MigrationsDescriptor.ContextDescriptor;
import dev.retort.boot.actuate.answer.MigrationsDescriptor.DatabaseDescriptor;
import dev.retort.boot.actuate.answer.RevisionDescriptor;
import dev.retort.boot.actuate.status.Databases;
import dev.retort.lint.Finding;
import dev.retort.status.RevisionDetail;
import dev.retort.status.RevisionState;
import dev.retort.status.RevisionStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@link Endpoint} that shows the state of databases. The operations that change them are in {@link
 * MigrationsEndpointWebExtension}.
 *
 * @since 0.1
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint {

    private final Databases databases;
    private final Authorization authorization;

    MigrationsEndpoint(Databases databases, Authorization authorization) {
        this.databases = databases;
        this.authorization = authorization;
    }

    /**
     * Shows all databases with their revisions and the newest rows of their history.
     *
     * @param limit how many rows of the history at most, from 1 to 1000; {@code null} for 20
     * @param before only rows of the history with a smaller id; {@code null} from the newest
     * @param database only this one; {@code null} for all
     * @return all databases by context and name
     */
    @ReadOperation
    public MigrationsDescriptor migrations(@Nullable Integer limit, @Nullable Long before, @Nullable String database) {
        return disclosed(() -> describe(Page.of(limit, before), database, SecurityContext.NONE));
    }

    /**
     * Shows one revision.
     *
     * @param revision a full or partial id, a label, {@code head}, as the commands read it
     * @param database the database; {@code null} for the only one
     * @return the revision, with its script if everyone may see SQL
     */
    @ReadOperation
    public RevisionDescriptor revision(@Selector String revision, @Nullable String database) {
        return disclosed(() -> describe(revision, database, SecurityContext.NONE));
    }

    MigrationsDescriptor describe(Page page, @Nullable String database, SecurityContext caller) {
        boolean withSql = authorization.showsSql(caller);
        Retort only = database == null ? null : databases.select(database);
        Map<String, ContextDescriptor> contexts = new LinkedHashMap<>();
        for (Databases.InContext context : databases.contexts()) {
            Map<String, DatabaseDescriptor> described = new LinkedHashMap<>();
            context.databases().forEach((name, retort) -> {
                if (only == null || only == retort) {
                    described.put(name, describe(retort, page, withSql));
                }
            });
            contexts.put(context.id(), new ContextDescriptor(context.parentId(), described));
        }
        return new MigrationsDescriptor(contexts);
    }

    RevisionDescriptor describe(String revision, @Nullable String database, SecurityContext caller) {
        Retort retort = databases.select(database);
        RevisionDetail detail = retort.revision(revision);
        return authorization.showsSql(caller)
                ? RevisionDescriptor.of(detail, findings(retort, detail.status()))
                : RevisionDescriptor.of(detail.status(), false);
    }

    /** {@return what is known of a revision that still has to run} */
    private static List<Finding> findings(Retort retort, RevisionStatus status) {
        return status.state() == RevisionState.PENDING
                ? retort.authoring().packedFindings(List.of(status.revision()))
                : List.of();
    }

    private static DatabaseDescriptor describe(Retort retort, Page page, boolean withSql) {
        return DatabaseDescriptor.of(retort.report(page.limit(), page.before()), withSql);
    }

    /** Callers over JMX have no role: an error shows them the same details as a reader. */
    private <T> T disclosed(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (RuntimeException e) {
            ErrorDescriptor error = Answers.describe(e, authorization.showsSql(SecurityContext.NONE));
            throw new IllegalStateException(error.message() + " " + error.action());
        }
    }
}
