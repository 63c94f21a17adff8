/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import dev.retort.hibernate.OfflineSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.util.ClassUtils;

/**
 * Captures the metadata of an EntityManagerFactory while it is built, in addition to the application's own
 * integrators, and stops Hibernate from using the database: it neither reads the version nor changes the schema,
 * whatever the application's settings are.
 */
final class MetadataCapture implements BeanPostProcessor {

    private static final String PROVIDER = "hibernate.integrator_provider";
    private static final Map<String, Object> NO_SCHEMA = Map.of(
            "hibernate.hbm2ddl.auto", "none",
            "jakarta.persistence.schema-generation.database.action", "none",
            "jakarta.persistence.schema-generation.scripts.action", "none",
            "javax.persistence.schema-generation.database.action", "none",
            "javax.persistence.schema-generation.scripts.action", "none");

    private final String bean;
    private final int majorVersion;
    private volatile @Nullable Metadata captured;

    MetadataCapture(String bean, int majorVersion) {
        this.bean = bean;
        this.majorVersion = majorVersion;
    }

    /** {@return the metadata; {@code null} unless Hibernate has built the EntityManagerFactory since} */
    @Nullable
    Metadata metadata() {
        return captured;
    }

    @Override
    public Object postProcessBeforeInitialization(Object candidate, String name) {
        if (candidate instanceof AbstractEntityManagerFactoryBean factory && name.equals(bean)) {
            Map<String, Object> settings = factory.getJpaPropertyMap();
            settings.putAll(OfflineSettings.of(majorVersion));
            settings.putAll(NO_SCHEMA);
            listen(factory, metadata -> captured = metadata);
        }
        return candidate;
    }

    /**
     * Passes the metadata to a listener when an EntityManagerFactory is built, in addition to the application's own
     * integrators.
     */
    static void listen(AbstractEntityManagerFactoryBean factory, Consumer<Metadata> listener) {
        Map<String, Object> settings = factory.getJpaPropertyMap();
        List<Integrator> integrators = new ArrayList<>(existing(factory, settings.get(PROVIDER)));
        integrators.add(new Listening(listener));
        settings.put(PROVIDER, (IntegratorProvider) () -> integrators);
    }

    private static List<Integrator> existing(AbstractEntityManagerFactoryBean factory, @Nullable Object provider) {
        if (provider instanceof IntegratorProvider instance) {
            return instance.getIntegrators();
        }
        if (provider instanceof Class<?> type) {
            return ((IntegratorProvider) BeanUtils.instantiateClass(type)).getIntegrators();
        }
        if (provider instanceof String name) {
            Class<?> type = ClassUtils.resolveClassName(name, factory.getBeanClassLoader());
            return ((IntegratorProvider) BeanUtils.instantiateClass(type)).getIntegrators();
        }
        return List.of();
    }

    /**
     * Hibernate's callback.
     *
     * @param listener receives the metadata
     */
    private record Listening(Consumer<Metadata> listener) implements Integrator {

        @Override
        public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
            listener.accept(metadata);
        }
    }
}
