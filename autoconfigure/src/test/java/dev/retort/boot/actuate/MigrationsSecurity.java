/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

// The guide quotes this class: docs/actuator.md.
@Configuration(proxyBeanMethods = false)
class MigrationsSecurity {

    /**
     * Scripts come with HTTP Basic; a browser is sent to the login page of the application. The endpoint reads JSON alone,
     * which no foreign page can send, so it needs no CSRF token; everything else still does.
     */
    @Bean
    @Order(1)
    SecurityFilterChain migrations(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.to("migrations"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(withDefaults())
                .formLogin(form -> form.loginPage("/login"))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain application(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(withDefaults())
                .formLogin(withDefaults())
                .build();
    }
}
