/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

// The guide quotes this class: docs/actuator.md.
@Configuration(proxyBeanMethods = false)
class ReactiveMigrationsSecurity {

    /** Operators come with HTTP Basic and no cookie, so they need no CSRF token; everybody else still does. */
    @Bean
    @Order(1)
    SecurityWebFilterChain migrations(ServerHttpSecurity http) {
        return http.securityMatcher(EndpointRequest.to("migrations"))
                .authorizeExchange(exchanges -> exchanges.anyExchange().authenticated())
                .httpBasic(withDefaults())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain application(ServerHttpSecurity http) {
        return http.authorizeExchange(exchanges -> exchanges
                        .matchers(EndpointRequest.to("health"))
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .httpBasic(withDefaults())
                .formLogin(withDefaults())
                .build();
    }
}
