/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Records the metadata of each EntityManagerFactory that an application builds, for use in the running application.
 * Changes nothing.
 */
final class BuiltMetadata implements BeanPostProcessor {

    private final Map<String, Metadata> byBean = new ConcurrentHashMap<>();

    /** {@return the metadata of the EntityManagerFactory of a bean; {@code null} unless Hibernate has built it} */
    @Nullable
    Metadata of(String bean) {
        return byBean.get(bean);
    }

    @Override
    public Object postProcessBeforeInitialization(Object candidate, String name) {
        if (candidate instanceof AbstractEntityManagerFactoryBean factory) {
            MetadataCapture.listen(factory, metadata -> byBean.put(name, metadata));
        }
        return candidate;
    }
}
