/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.page;

import dev.retort.boot.actuate.answer.ErrorDescriptor;
import dev.retort.boot.actuate.answer.MigrationsDescriptor;
import dev.retort.internal.page.MigrationsPage;
import dev.retort.internal.page.PageDatabase;
import dev.retort.internal.page.PageLinks;
import dev.retort.internal.page.StateSummary;
import dev.retort.internal.page.StateSummary.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;

/**
 * Renders the responses of the endpoint as HTML, with the same data under the same rules.
 *
 * @since 0.1
 */
public final class BrowserPage {

    private static final EndpointId MIGRATIONS = EndpointId.of("migrations");

    private final Supplier<PathMappedEndpoints> endpoints;
    private final Supplier<@Nullable EndpointAccessResolver> access;
    private final PageTokens tokens;

    BrowserPage(
            Supplier<PathMappedEndpoints> endpoints,
            Supplier<@Nullable EndpointAccessResolver> access,
            PageTokens tokens) {
        this.endpoints = endpoints;
        this.access = access;
        this.tokens = tokens;
    }

    /**
     * Writes databases as a page.
     *
     * @param described the response for the caller
     * @param isOperator whether the caller may run operations
     * @param tokenKey the key from the filter of a reactive application; {@code null} elsewhere
     */
    public String of(MigrationsDescriptor described, boolean isOperator, @Nullable String tokenKey) {
        List<PageDatabase> databases = new ArrayList<>();
        described
                .contexts()
                .values()
                .forEach(context -> context.databases()
                        .forEach((name, database) -> databases.add(DescribedDatabase.page(name, database))));
        String title = described.contexts().keySet().stream().findFirst().orElse("the application");
        return new MigrationsPage(title, databases).linked(links(isOperator, tokenKey));
    }

    /**
     * Writes a refusal as a page.
     *
     * @param error the refusal, as the caller may see it
     */
    public String of(ErrorDescriptor error) {
        StateSummary problem = new StateSummary(Level.BAD, error.message() + " " + error.action());
        PageDatabase none = new PageDatabase(error.error(), problem, null, List.of(), List.of());
        return new MigrationsPage("the application", List.of(none)).linked(links(false, null));
    }

    private PageLinks links(boolean isOperator, @Nullable String tokenKey) {
        EndpointAccessResolver resolver = access.get();
        boolean mayOperate = isOperator
                && resolver != null
                && resolver.accessFor(MIGRATIONS, Access.READ_ONLY) == Access.UNRESTRICTED;
        return new PageLinks(lastSegment(), mayOperate, mayOperate ? tokens.find(tokenKey) : null);
    }

    /** The page is at the path of the endpoint, whatever a proxy puts before it: its last segment leads back to it. */
    private String lastSegment() {
        String path = endpoints.get().getRootPath(MIGRATIONS);
        return path == null ? MIGRATIONS.toString() : path.substring(path.lastIndexOf('/') + 1);
    }
}
