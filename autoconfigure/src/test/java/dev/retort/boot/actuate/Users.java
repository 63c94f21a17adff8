/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** A reader, and two operators: one by role, one by a plain authority. Passwords equal the names. */
@Configuration(proxyBeanMethods = false)
class Users {

    static final String READER = "reader";
    static final String OPERATOR = "operator";
    static final String PIPELINE = "pipeline";

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    UserDetailsService userDetails() {
        return new InMemoryUserDetailsManager(all());
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    MapReactiveUserDetailsService reactiveUserDetails() {
        return new MapReactiveUserDetailsService(all());
    }

    private static UserDetails[] all() {
        return new UserDetails[] {
            user(READER).roles("USER").build(),
            user(OPERATOR).roles("MIGRATIONS_ADMIN").build(),
            user(PIPELINE).authorities("MIGRATIONS_ADMIN").build()
        };
    }

    private static User.UserBuilder user(String name) {
        return User.withUsername(name).password("{noop}" + name);
    }
}
