/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.Retort;
import dev.retort.boot.MigrationConnectionDetails;
import dev.retort.boot.MigrationDataSource;
import dev.retort.boot.properties.RetortDatabases;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if there is a database to migrate.
 *
 * @since 0.1
 */
public final class MigrationDataSourceCondition extends AnyNestedCondition {

    MigrationDataSourceCondition() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnBean(DataSource.class)
    static final class DataSourceBean {}

    @Conditional(MarkedDataSourceCondition.class)
    static final class MarkedDataSourceBean {}

    @ConditionalOnBean(JdbcConnectionDetails.class)
    static final class JdbcConnectionDetailsBean {}

    @ConditionalOnBean(MigrationConnectionDetails.class)
    static final class MigrationConnectionDetailsBean {}

    @ConditionalOnBean(Retort.class)
    static final class RetortBean {}

    @ConditionalOnProperty("retort.url")
    static final class Url {}

    @Conditional(SeveralDatabasesCondition.class)
    static final class SeveralDatabases {}

    /**
     * Matches a DataSource with {@code @MigrationDataSource}, which {@link ConditionalOnBean} does not find, because
     * it is not a default candidate.
     */
    static final class MarkedDataSourceCondition extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConditionMessage.Builder message = ConditionMessage.forCondition(MigrationDataSource.class);
            ConfigurableListableBeanFactory beans = Objects.requireNonNull(context.getBeanFactory());
            String[] names = beans.getBeanNamesForAnnotation(MigrationDataSource.class);
            return names.length > 0
                    ? ConditionOutcome.match(message.foundExactly((Object[]) names))
                    : ConditionOutcome.noMatch(message.because("found no bean"));
        }
    }

    /** Matches when {@code retort.databases} has an entry. */
    static final class SeveralDatabasesCondition extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConditionMessage.Builder message = ConditionMessage.forCondition("retort.databases");
            return RetortDatabases.named(context.getEnvironment()).isEmpty()
                    ? ConditionOutcome.noMatch(message.because("no database is named"))
                    : ConditionOutcome.match(message.because("databases are named"));
        }
    }
}
