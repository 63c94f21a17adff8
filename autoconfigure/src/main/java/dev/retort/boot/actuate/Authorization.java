/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.boot.properties.RetortProperties.ShowSql;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.util.ClassUtils;

/** Who may change a database and see SQL. Works with Spring Security and without. */
final class Authorization {

    private static final boolean SPRING_SECURITY = ClassUtils.isPresent(
            "org.springframework.security.core.Authentication", Authorization.class.getClassLoader());

    private final List<String> roles;
    private final ShowSql showSql;

    /**
     * Creates a policy.
     *
     * @param roles roles or authorities of which one is needed; with none nobody may
     * @param showSql who sees SQL
     */
    Authorization(List<String> roles, ShowSql showSql) {
        this.roles = List.copyOf(roles);
        this.showSql = showSql;
    }

    /** What the policy says to a caller. */
    enum Decision {
        GRANTED,
        UNAUTHENTICATED,
        FORBIDDEN
    }

    Decision decide(SecurityContext caller) {
        Principal principal = caller.getPrincipal();
        if (principal == null || !isAuthenticated(principal)) {
            return Decision.UNAUTHENTICATED;
        }
        return roles.stream().anyMatch(role -> hasRole(caller, principal, role))
                ? Decision.GRANTED
                : Decision.FORBIDDEN;
    }

    boolean showsSql(SecurityContext caller) {
        return switch (showSql) {
            case NEVER -> false;
            case WHEN_AUTHORIZED -> decide(caller) == Decision.GRANTED;
            case ALWAYS -> true;
        };
    }

    private static boolean hasRole(SecurityContext caller, Principal principal, String role) {
        return caller.isUserInRole(role) || (SPRING_SECURITY && Tokens.hasAuthority(principal, role));
    }

    /** WebFlux hands the token of an anonymous caller over as a principal. */
    private static boolean isAuthenticated(Principal principal) {
        return !SPRING_SECURITY || Tokens.isAuthenticated(principal);
    }

    /** Loaded only where Spring Security is. */
    private static final class Tokens {

        private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

        private Tokens() {}

        static boolean isAuthenticated(Principal principal) {
            return !(principal instanceof Authentication token) || TRUST.isAuthenticated(token);
        }

        /** An authority as it is written, such as a scope: roles have a prefix that {@code isUserInRole} adds. */
        static boolean hasAuthority(Principal principal, String authority) {
            return principal instanceof Authentication token
                    && token.getAuthorities().stream().anyMatch(each -> isNamed(each.getAuthority(), authority));
        }

        private static boolean isNamed(@Nullable String authority, String name) {
            return name.equals(authority);
        }
    }
}
