/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** A filter chain that permits all requests as an anonymous caller: only the endpoint itself protects. */
@Configuration(proxyBeanMethods = false)
class OpenSecurity {

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .httpBasic(withDefaults())
                .anonymous(anonymous -> anonymous.authorities("ROLE_ANONYMOUS", "ROLE_MIGRATIONS_ADMIN"))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    SecurityWebFilterChain openReactive(ServerHttpSecurity http) {
        return http.authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .httpBasic(withDefaults())
                .anonymous(anonymous -> anonymous.authorities("ROLE_ANONYMOUS", "ROLE_MIGRATIONS_ADMIN"))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .build();
    }
}
