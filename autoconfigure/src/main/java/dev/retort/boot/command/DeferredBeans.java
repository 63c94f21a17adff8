/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;

/** Bean definitions that a context would instantiate early, removed until a command needs them. */
final class DeferredBeans {

    private final Map<String, BeanDefinition> definitions = new LinkedHashMap<>();

    void take(BeanDefinitionRegistry registry, String name) {
        if (registry.containsBeanDefinition(name)) {
            definitions.put(name, registry.getBeanDefinition(name));
            registry.removeBeanDefinition(name);
        }
    }

    /** Registers them again; each is created when it is requested. */
    void restore(BeanDefinitionRegistry registry) {
        definitions.forEach((name, definition) -> {
            definition.setLazyInit(true);
            registry.registerBeanDefinition(name, definition);
        });
        definitions.clear();
    }
}
