/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.Retort;
import dev.retort.boot.MigrationConnectionDetails;
import dev.retort.boot.MigrationDataSource;
import dev.retort.boot.properties.RetortDatabases;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if there is a database to migrate: a bean that connects to one, or a property that names one.
 *
 * <p>Each startup evaluates it, and nearly all have a {@code DataSource}: it looks for that first, and for the others only
 * then. {@code AnyNestedCondition} would evaluate them all.
 *
 * @since 0.1
 */
public final class MigrationDataSourceCondition extends SpringBootCondition implements ConfigurationCondition {

    private static final List<Class<?>> TYPES =
            List.of(DataSource.class, JdbcConnectionDetails.class, MigrationConnectionDetails.class, Retort.class);

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConfigurableListableBeanFactory beans = Objects.requireNonNull(context.getBeanFactory());
        ConditionMessage.Builder message = ConditionMessage.forCondition("a database to migrate");
        for (Class<?> type : TYPES) {
            for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false)) {
                if (isDefaultCandidate(beans, name)) {
                    return ConditionOutcome.match(message.foundExactly("bean " + name));
                }
            }
        }
        Environment environment = context.getEnvironment();
        if (!"false".equalsIgnoreCase(environment.getProperty("retort.url", "false"))) {
            return ConditionOutcome.match(message.foundExactly("retort.url"));
        }
        if (!RetortDatabases.named(environment).isEmpty()) {
            return ConditionOutcome.match(message.foundExactly("retort.databases"));
        }
        String[] marked = beans.getBeanNamesForAnnotation(MigrationDataSource.class);
        return marked.length > 0
                ? ConditionOutcome.match(message.foundExactly("bean " + marked[0]))
                : ConditionOutcome.noMatch(message.because("found neither a DataSource, nor JdbcConnectionDetails,"
                        + " nor retort.url, nor retort.databases"));
    }

    /** A bean that is not for injection without a qualifier does not count, as for {@code @ConditionalOnBean}. */
    private static boolean isDefaultCandidate(ConfigurableListableBeanFactory beans, String name) {
        if (!beans.containsBeanDefinition(name)) {
            return true;
        }
        BeanDefinition definition = beans.getBeanDefinition(name);
        return definition.isAutowireCandidate()
                && (!(definition instanceof AbstractBeanDefinition known) || known.isDefaultCandidate());
    }
}
