/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import dev.retort.model.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * The models of an application, found without creating their beans.
 *
 * @since 0.1
 */
public final class ApplicationModels {

    private static final String HIBERNATE = "dev.retort.hibernate.HibernateModel";
    private static final String SESSION_FACTORY = "org.hibernate.SessionFactory";
    private static final String SPRING_ORM = "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean";
    private static final String SPRING_DATA_JDBC = "org.springframework.data.jdbc.core.mapping.JdbcMappingContext";

    private final ConfigurableApplicationContext context;

    /** Creates a finder; reads nothing yet. */
    public ApplicationModels(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Records the models of Hibernate while the application builds them, so that they are available in the running
     * application. Without this call only models that are not built yet are available. Call it before the context is
     * refreshed.
     */
    public void remember() {
        if (hasHibernate()) {
            BeanDefinitionRegistry definitions = (BeanDefinitionRegistry) context.getBeanFactory();
            definitions.registerBeanDefinition("retortBuiltMetadata", new RootBeanDefinition(BuiltMetadata.class));
        }
    }

    /** {@return a model for each EntityManagerFactory and each Spring Data JDBC mapping} */
    public List<SchemaModel> all() {
        List<SchemaModel> models = new ArrayList<>();
        if (hasHibernate()) {
            models.addAll(PersistenceUnits.in(context));
        }
        if (isPresent(SPRING_DATA_JDBC)) {
            models.addAll(JdbcMappings.in(context));
        }
        return models;
    }

    private boolean hasHibernate() {
        return isPresent(HIBERNATE) && isPresent(SESSION_FACTORY) && isPresent(SPRING_ORM);
    }

    private boolean isPresent(String type) {
        return ClassUtils.isPresent(type, context.getClassLoader());
    }
}
