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

    /**
     * Scripts come with HTTP Basic; a browser is sent to the login page of the application. The endpoint reads JSON alone,
     * which no foreign page can send, so it needs no CSRF token; everything else still does.
     */
    @Bean
    @Order(1)
    SecurityWebFilterChain migrations(ServerHttpSecurity http) {
        return http.securityMatcher(EndpointRequest.to("migrations"))
                .authorizeExchange(exchanges -> exchanges.anyExchange().authenticated())
                .httpBasic(withDefaults())
                .formLogin(form -> form.loginPage("/login"))
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
