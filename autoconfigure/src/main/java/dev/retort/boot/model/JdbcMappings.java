/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import dev.retort.error.RetortException;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.SchemaModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.core.mapping.schema.SqlTypeMapping;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.repository.core.support.AbstractRepositoryMetadata;
import org.springframework.util.ClassUtils;

/** The entities of Spring Data JDBC: those found by scanning, and those of repositories. */
final class JdbcMappings {

    private static final String KIND = "jdbc";

    private JdbcMappings() {}

    static List<SchemaModel> in(ConfigurableApplicationContext context) {
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        List<String> names = Arrays.asList(beans.getBeanNamesForType(JdbcMappingContext.class, true, false));
        return names.stream()
                .<SchemaModel>map(bean -> new Mapping(names.size() == 1 ? KIND : KIND + ":" + bean, bean, beans))
                .toList();
    }

    /**
     * One mapping.
     *
     * @param name its name in {@code retort.model}
     * @param bean the name of its mapping context
     * @param beans the beans of the application
     */
    private record Mapping(String name, String bean, ConfigurableListableBeanFactory beans) implements SchemaModel {

        @Override
        public ModelDdl ddl(int majorVersion) {
            try {
                JdbcMappingContext mapping = beans.getBean(bean, JdbcMappingContext.class);
                Set<Class<?>> roots = repositoryTypes();
                roots.forEach(mapping::getRequiredPersistentEntity);
                requireEntities(mapping);
                ColumnTypes types = new ColumnTypes(
                        beans.getBeanProvider(SqlTypeMapping.class).getIfUnique(),
                        beans.getBeanProvider(JdbcCustomConversions.class).getIfUnique(),
                        beans.getBean(JdbcConverter.class));
                AggregateTables tables = new AggregateTables(mapping, types);
                return ddl(tables.statements(roots), tables);
            } catch (BeansException e) {
                throw new RetortException(
                        "Cannot read the mapping of Spring Data JDBC.",
                        String.valueOf(e.getMostSpecificCause().getMessage()),
                        "Fix its configuration, or set retort.model to another model.",
                        e);
            }
        }

        /** Compared with a model of nothing, every table of the application would be unknown. */
        private void requireEntities(JdbcMappingContext mapping) {
            if (mapping.getPersistentEntities().isEmpty()) {
                throw new RetortException(
                        "The model " + name + " has no entity.",
                        "Spring Data JDBC found neither a class with @Table in the packages that it scans nor a repository.",
                        "Correct @EntityScan or @EnableJdbcRepositories.");
            }
        }

        private ModelDdl ddl(List<String> texts, AggregateTables tables) {
            List<ModelStatement> statements = new ArrayList<>();
            for (String sql : texts) {
                String origin = name + ", statement " + (statements.size() + 1);
                statements.addAll(ModelStatement.split(sql, line -> origin));
            }
            return new ModelDdl(name, statements, ModelDdl.Reach.MAPPING, tables.formerNames(), tables.facts());
        }

        /** Read from the bean definitions: creating a repository would connect to the database. */
        private Set<Class<?>> repositoryTypes() {
            Set<Class<?>> types = new LinkedHashSet<>();
            for (String name : beans.getBeanNamesForType(JdbcRepositoryFactoryBean.class, true, false)) {
                Class<?> repository = beans.getType(BeanFactoryUtils.transformedBeanName(name), false);
                if (repository != null && repository.isInterface()) {
                    types.add(ClassUtils.getUserClass(
                            AbstractRepositoryMetadata.getMetadata(repository).getDomainType()));
                }
            }
            return types;
        }
    }
}
