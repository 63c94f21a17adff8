/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.actuate.Authorization.Decision;
import dev.retort.boot.properties.RetortProperties.ShowSql;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

class AuthorizationTests {

    private static final List<String> ROLES = List.of("MIGRATIONS_ADMIN", "DBA");

    private final Authorization authorization = new Authorization(ROLES, ShowSql.WHEN_AUTHORIZED);

    private record Caller(@Nullable Principal principal, Set<String> roles) implements SecurityContext {

        @Override
        public @Nullable Principal getPrincipal() {
            return principal;
        }

        @Override
        public boolean isUserInRole(String role) {
            return roles.contains(role);
        }
    }

    @Test
    void refusesNoCaller() {
        assertThat(authorization.decide(SecurityContext.NONE)).isEqualTo(Decision.UNAUTHENTICATED);
        assertThat(authorization.decide(new Caller(null, Set.of("DBA")))).isEqualTo(Decision.UNAUTHENTICATED);
    }

    @Test
    void refusesAnonymousTokensWhateverTheirRole() {
        Principal anonymous = new AnonymousAuthenticationToken(
                "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_DBA", "DBA"));

        assertThat(authorization.decide(new Caller(anonymous, Set.of("DBA")))).isEqualTo(Decision.UNAUTHENTICATED);
    }

    @Test
    void turnsTokensAwayThatAreNotAuthenticated() {
        TestingAuthenticationToken token = new TestingAuthenticationToken("alice", "secret", "DBA");
        token.setAuthenticated(false);

        assertThat(authorization.decide(new Caller(token, Set.of("DBA")))).isEqualTo(Decision.UNAUTHENTICATED);
    }

    @Test
    void wantsOneOfTheRoles() {
        Principal alice = () -> "alice";

        assertThat(authorization.decide(new Caller(alice, Set.of("DBA", "USER"))))
                .isEqualTo(Decision.GRANTED);
        assertThat(authorization.decide(new Caller(alice, Set.of("USER")))).isEqualTo(Decision.FORBIDDEN);
    }

    @Test
    void takesAnAuthorityOfThatName() {
        Principal scope = new TestingAuthenticationToken("alice", "secret", "MIGRATIONS_ADMIN");

        assertThat(authorization.decide(new Caller(scope, Set.of()))).isEqualTo(Decision.GRANTED);
    }

    @Test
    void grantsNothingWithoutRoles() {
        Principal alice = () -> "alice";

        assertThat(new Authorization(List.of(), ShowSql.ALWAYS).decide(new Caller(alice, Set.of("DBA"))))
                .isEqualTo(Decision.FORBIDDEN);
    }

    @Test
    void showsSqlAsConfigured() {
        SecurityContext operator = new Caller(() -> "alice", Set.of("DBA"));

        assertThat(authorization.showsSql(operator)).isTrue();
        assertThat(authorization.showsSql(SecurityContext.NONE)).isFalse();
        assertThat(new Authorization(ROLES, ShowSql.NEVER).showsSql(operator)).isFalse();
        assertThat(new Authorization(ROLES, ShowSql.ALWAYS).showsSql(SecurityContext.NONE))
                .isTrue();
    }

    @Test
    void worksWithoutSpringSecurity() throws ReflectiveOperationException {
        Class<?> type = new Without("org.springframework.security.").loadClass(Authorization.class.getName());
        Constructor<?> constructor = type.getDeclaredConstructor(List.class, ShowSql.class);
        constructor.setAccessible(true);
        Object alone = constructor.newInstance(ROLES, ShowSql.NEVER);
        Method decide = type.getDeclaredMethod("decide", SecurityContext.class);
        decide.setAccessible(true);
        Principal alice = () -> "alice";

        assertThat(decide.invoke(alone, new Caller(alice, Set.of("DBA")))).hasToString("GRANTED");
        assertThat(decide.invoke(alone, new Caller(alice, Set.of("USER")))).hasToString("FORBIDDEN");
        assertThat(decide.invoke(alone, SecurityContext.NONE)).hasToString("UNAUTHENTICATED");
    }

    @Test
    void looksForNoRequestWithoutServlets() throws ReflectiveOperationException {
        Method find = new Without("jakarta.servlet.")
                .loadClass(ServletInspection.class.getName())
                .getDeclaredMethod("find");
        find.setAccessible(true);

        assertThat(find.invoke(null)).isNull();
    }

    /** Loads the classes of this package without some other classes. */
    private static final class Without extends ClassLoader {

        private final String missing;

        Without(String missing) {
            super(AuthorizationTests.class.getClassLoader());
            this.missing = missing;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(missing)) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith("dev.retort.boot.actuate.") ? loadAgain(name) : super.loadClass(name, resolve);
        }

        private Class<?> loadAgain(String name) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = Objects.requireNonNull(getParent().getResourceAsStream(file))) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
