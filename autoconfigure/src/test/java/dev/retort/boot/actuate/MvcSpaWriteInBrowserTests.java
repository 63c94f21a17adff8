/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.springframework.security.config.Customizer.withDefaults;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** With the protection for single-page applications: the token is a cookie. */
@Tag("nightly")
class MvcSpaWriteInBrowserTests extends WriteInBrowser {

    MvcSpaWriteInBrowserTests() {
        super(WebApplicationType.SERVLET, Spa.class);
    }

    @Configuration(proxyBeanMethods = false)
    static class Spa {

        @Bean
        SecurityFilterChain application(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(withDefaults())
                    .csrf(CsrfConfigurer::spa)
                    .build();
        }
    }
}
