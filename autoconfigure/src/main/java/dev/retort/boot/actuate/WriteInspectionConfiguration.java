/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdvice;

/**
 * Configures the inspection of writes before Spring Boot merges their values. A separate management context finds it
 * in its parent.
 */
@Configuration(proxyBeanMethods = false)
class WriteInspectionConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass(RequestBodyAdvice.class)
    static class Servlet {

        @Bean
        WriteBodyAdvice migrationsWriteBodyAdvice(ObjectProvider<PathMappedEndpoints> endpoints) {
            return new WriteBodyAdvice(endpoints::getObject);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    @ConditionalOnClass(DispatcherHandler.class)
    static class Reactive {

        @Bean
        WriteInspectionFilter migrationsWriteInspectionFilter(
                OpenInspections inspections, ObjectProvider<PathMappedEndpoints> endpoints) {
            return new WriteInspectionFilter(inspections, endpoints::getObject);
        }
    }

    @Bean
    OpenInspections migrationsOpenInspections() {
        return new OpenInspections();
    }
}
