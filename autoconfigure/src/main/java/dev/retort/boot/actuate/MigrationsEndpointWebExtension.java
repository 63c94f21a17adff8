/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.boot.actuate.answer.ErrorDescriptor;
import dev.retort.boot.actuate.answer.MigrationsDescriptor;
import dev.retort.boot.actuate.answer.RevisionDescriptor;
import dev.retort.boot.actuate.answer.RunDescriptor;
import dev.retort.boot.actuate.page.BrowserPage;
import dev.retort.internal.page.PageAsset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeType;

/**
 * Extension of {@link MigrationsEndpoint} for HTTP: status codes and error bodies, SQL for authorized callers, and the
 * operations that change a database, which exist over HTTP only.
 *
 * <p>Spring Boot merges path, body and query string, the later overriding the earlier. {@link WriteArgumentsAdvisor}
 * allows a write only with the values of its body; the operation authorizes the values that it runs.
 *
 * @since 0.1
 */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
@RegisterReflectionForBinding({
    MigrationsDescriptor.class,
    RevisionDescriptor.class,
    RunDescriptor.class,
    ErrorDescriptor.class
})
public final class MigrationsEndpointWebExtension {

    private static final String LOG_ROWS_OF_PAGE = "200";

    private final MigrationsEndpoint endpoint;
    private final Authorization authorization;
    private final WriteOperations writes;
    private final BrowserPage page;

    MigrationsEndpointWebExtension(
            MigrationsEndpoint endpoint, Authorization authorization, WriteOperations writes, BrowserPage page) {
        this.page = page;
        this.endpoint = endpoint;
        this.authorization = authorization;
        this.writes = writes;
    }

    /**
     * Shows all databases with their revisions and the newest rows of their history.
     *
     * @param caller the caller
     * @param limit how many rows of the history at most, from 1 to 1000; {@code null} for 20
     * @param before only rows of the history with a smaller id; {@code null} from the newest
     * @param database only this one; {@code null} for all
     * @return a {@link MigrationsDescriptor} or an {@link ErrorDescriptor}
     */
    @ReadOperation
    public WebEndpointResponse<OperationResponseBody> migrations(
            SecurityContext caller, @Nullable String limit, @Nullable String before, @Nullable String database) {
        return Answers.of(
                authorization.showsSql(caller), () -> endpoint.describe(Page.parse(limit, before), database, caller));
    }

    /**
     * Shows the same as a page, to a browser.
     *
     * @param caller the caller
     * @param limit how many rows of the history at most, from 1 to 1000; {@code null} for 200
     * @param before only rows of the history with a smaller id; {@code null} from the newest
     * @param database only this one; {@code null} for all
     * @param csrf the key of the CSRF token under WebFlux, where a filter sets it; {@code null} elsewhere
     * @return the page
     */
    @ReadOperation(produces = "text/html")
    public WebEndpointResponse<String> page(
            SecurityContext caller,
            @Nullable String limit,
            @Nullable String before,
            @Nullable String database,
            @Nullable String csrf) {
        try {
            Page rows = Page.parse(limit == null ? LOG_ROWS_OF_PAGE : limit, before);
            boolean isOperator = authorization.decide(caller) == Authorization.Decision.GRANTED;
            return new WebEndpointResponse<>(page.of(endpoint.describe(rows, database, caller), isOperator, csrf));
        } catch (RuntimeException e) {
            ErrorDescriptor error = Answers.describe(e, authorization.showsSql(caller));
            return new WebEndpointResponse<>(page.of(error), error.status());
        }
    }

    /**
     * Sends a script or the stylesheet of the page.
     *
     * @param folder {@code assets}
     * @param name the name of the file
     * @return the file
     */
    @ReadOperation(produces = {"text/javascript", "text/css"})
    public WebEndpointResponse<String> asset(@Selector String folder, @Selector String name) {
        Optional<PageAsset> asset = folder.equals("assets") ? PageAsset.find(name) : Optional.empty();
        return asset.map(each -> new WebEndpointResponse<>(each.content(), MimeType.valueOf(each.type())))
                .orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
    }

    /**
     * Shows one revision.
     *
     * @param caller the caller
     * @param revision a full or partial id, a label, {@code head}, as the commands read it
     * @param database the database; {@code null} for the only one
     * @return a {@link RevisionDescriptor}, with its script where the caller may see SQL, or an {@link ErrorDescriptor}
     */
    @ReadOperation
    public WebEndpointResponse<OperationResponseBody> revision(
            SecurityContext caller, @Selector String revision, @Nullable String database) {
        return Answers.of(authorization.showsSql(caller), () -> endpoint.describe(revision, database, caller));
    }

    /**
     * Changes a database. Parameters are nullable so that this operation refuses, and audits, a missing one.
     *
     * @param caller the caller, which must be an authenticated principal with one of the roles
     * @param operation the path below the endpoint: {@code stamp}, {@code downgrade} or {@code upgrade}
     * @param revision the target as the commands read it; required
     * @param dryRun {@code true} or {@code false}; required
     * @param database the database; {@code null} for the only one
     * @return a {@link RunDescriptor} or an {@link ErrorDescriptor}
     */
    @WriteOperation
    public WebEndpointResponse<OperationResponseBody> run(
            SecurityContext caller,
            @Selector(match = Match.ALL_REMAINING) String[] operation,
            @Nullable String revision,
            @Nullable String dryRun,
            @Nullable String database) {
        return writes.run(caller, new WriteRequest(String.join("/", operation), revision, dryRun, database));
    }
}
