/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.page;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.DispatcherHandler;

/**
 * The page of the endpoint. A separate management context finds it in its parent.
 *
 * @since 0.1
 */
@Configuration(proxyBeanMethods = false)
public class PageConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    @ConditionalOnClass({DispatcherHandler.class, CsrfToken.class})
    static class Reactive {

        @Bean
        PageTokenFilter migrationsPageTokenFilter(PageTokens tokens, ObjectProvider<PathMappedEndpoints> endpoints) {
            return new PageTokenFilter(tokens, endpoints::getObject);
        }
    }

    @Bean
    PageTokens migrationsPageTokens() {
        return new PageTokens();
    }

    @Bean
    BrowserPage migrationsBrowserPage(
            ObjectProvider<PathMappedEndpoints> endpoints,
            ObjectProvider<EndpointAccessResolver> access,
            PageTokens tokens) {
        return new BrowserPage(endpoints::getObject, access::getIfAvailable, tokens);
    }
}
