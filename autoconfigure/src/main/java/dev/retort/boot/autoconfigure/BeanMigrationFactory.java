/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.boot.datasource.ConnectionsOfBeans;
import dev.retort.error.RetortException;
import dev.retort.migration.Migration;
import dev.retort.migration.MigrationFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Creates Java revisions with the bean factory, so that their constructors can take beans; they do not become beans
 * themselves.
 */
final class BeanMigrationFactory implements MigrationFactory {

    private final AutowireCapableBeanFactory beans;

    BeanMigrationFactory(AutowireCapableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Migration create(Class<? extends Migration> type) {
        Migration migration = made(type);
        new ConnectionsOfBeans(beans).usedBy(type.getName()).ifPresent(dataSource -> {
            throw needsDatabase(type, "It can reach the DataSource " + dataSource + ".", null);
        });
        return migration;
    }

    private Migration made(Class<? extends Migration> type) {
        try {
            return (Migration) beans.autowire(type, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        } catch (BeansException e) {
            throw e.contains(BeanCurrentlyInCreationException.class)
                    ? needsDatabase(
                            type, String.valueOf(e.getMostSpecificCause().getMessage()), e)
                    : failed(type, e);
        }
    }

    /**
     * Beans that wait for the migrations are not available during the migrations, and other beans use a separate
     * connection.
     */
    private static RetortException needsDatabase(Class<?> type, String detail, @Nullable BeansException cause) {
        return new RetortException(
                "The Java revision " + name(type) + " cannot be created.",
                "Its constructor takes a bean that uses the migrated database (an EntityManager, a"
                        + " repository, a JdbcTemplate, a DataSource); such beans are created after the migrations: "
                        + detail,
                "Use only beans that do not use the database, and query the database through the"
                        + " Operations parameter of upgrade and downgrade.",
                cause);
    }

    private static RetortException failed(Class<?> type, BeansException e) {
        return new RetortException(
                "The Java revision " + name(type) + " cannot be created.",
                String.valueOf(e.getMostSpecificCause().getMessage()),
                "Declare one constructor whose parameters are beans of the application.",
                e);
    }

    private static String name(Class<?> type) {
        return ClassUtils.getQualifiedName(type);
    }
}
