/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import dev.retort.error.RetortException;
import dev.retort.hibernate.HibernateModel;
import dev.retort.model.ModelDdl;
import dev.retort.model.SchemaModel;
import java.util.Arrays;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/** The entities of each EntityManagerFactory of an application. */
final class PersistenceUnits {

    private static final String KIND = "hibernate";

    private PersistenceUnits() {}

    static List<SchemaModel> in(ConfigurableApplicationContext context) {
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        List<String> names = Arrays.stream(
                        beans.getBeanNamesForType(AbstractEntityManagerFactoryBean.class, true, false))
                .map(BeanFactoryUtils::transformedBeanName)
                .toList();
        return names.stream()
                .<SchemaModel>map(bean -> new Unit(names.size() == 1 ? KIND : KIND + ":" + bean, bean, beans))
                .toList();
    }

    /** One EntityManagerFactory, which is built when its DDL is first needed. */
    private static final class Unit implements SchemaModel {

        private final String name;
        private final String bean;
        private final ConfigurableListableBeanFactory beans;
        private @Nullable HibernateModel read;

        Unit(String name, String bean, ConfigurableListableBeanFactory beans) {
            this.name = name;
            this.bean = bean;
            this.beans = beans;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public ModelDdl ddl(int majorVersion) {
            if (read == null) {
                read = new HibernateModel(name, metadata(majorVersion));
            }
            return read.ddl(majorVersion);
        }

        private Metadata metadata(int majorVersion) {
            Metadata remembered = remembered();
            return remembered != null ? remembered : captured(majorVersion);
        }

        /** {@return the metadata of a running application, if it was recorded} */
        private @Nullable Metadata remembered() {
            BuiltMetadata memory = beans.getBeanProvider(BuiltMetadata.class).getIfAvailable();
            if (memory == null) {
                return null;
            }
            build();
            return memory.of(bean);
        }

        private Metadata captured(int majorVersion) {
            MetadataCapture capture = new MetadataCapture(bean, majorVersion);
            beans.addBeanPostProcessor(capture);
            try {
                build();
            } catch (BeansException e) {
                throw new RetortException(
                        "The entities of " + bean + " cannot be read.",
                        String.valueOf(e.getMostSpecificCause().getMessage()),
                        "Fix the JPA configuration, or set retort.model to another model.",
                        e);
            }
            Metadata metadata = capture.metadata();
            if (metadata == null) {
                throw new RetortException(
                        "The entities of " + bean + " cannot be read.",
                        "The EntityManagerFactory was built before the command, or not by Hibernate.",
                        "Set retort.model to another model.");
            }
            return metadata;
        }

        /** Waits for it if the application builds it in the background. */
        private void build() {
            beans.getBean(BeanFactory.FACTORY_BEAN_PREFIX + bean, AbstractEntityManagerFactoryBean.class)
                    .getNativeEntityManagerFactory();
        }
    }
}
