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

/** Decides who may change a database and see SQL, with Spring Security or without. */
final class Authorization {

    private static final boolean SPRING_SECURITY = ClassUtils.isPresent(
            "org.springframework.security.core.Authentication", Authorization.class.getClassLoader());

    private final List<String> roles;
    private final ShowSql showSql;

    /**
     * Creates a policy.
     *
     * @param roles roles or authorities, one of which is required; an empty list denies all
     * @param showSql who may see SQL
     */
    Authorization(List<String> roles, ShowSql showSql) {
        this.roles = List.copyOf(roles);
        this.showSql = showSql;
    }

    /** The decision for a caller. */
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

    /** WebFlux passes the token of an anonymous caller as a principal. */
    private static boolean isAuthenticated(Principal principal) {
        return !SPRING_SECURITY || Tokens.isAuthenticated(principal);
    }

    /** Loaded only if Spring Security is present. */
    private static final class Tokens {

        private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

        private Tokens() {}

        static boolean isAuthenticated(Principal principal) {
            return !(principal instanceof Authentication token) || TRUST.isAuthenticated(token);
        }

        /** An authority without the role prefix, such as a scope: {@code isUserInRole} adds the prefix. */
        static boolean hasAuthority(Principal principal, String authority) {
            return principal instanceof Authentication token
                    && token.getAuthorities().stream().anyMatch(each -> isNamed(each.getAuthority(), authority));
        }

        private static boolean isNamed(@Nullable String authority, String name) {
            return name.equals(authority);
        }
    }
}
