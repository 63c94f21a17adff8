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

/** Makes Java revisions as beans are made, so that their constructors may take beans; they do not become beans themselves. */
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

    /** Whatever waits for the migrations cannot be had while they run, and what does not has a connection of its own. */
    private static RetortException needsDatabase(Class<?> type, String detail, @Nullable BeansException cause) {
        return new RetortException(
                "The Java revision " + name(type) + " cannot be made.",
                "Its constructor takes a bean that needs the migrated database itself (an EntityManager, a repository,"
                        + " a JdbcTemplate, a DataSource), and such beans wait until the migrations are done: "
                        + detail,
                "Take only beans that do not use the database; ask the database through the Operations that upgrade and"
                        + " downgrade are given.",
                cause);
    }

    private static RetortException failed(Class<?> type, BeansException e) {
        return new RetortException(
                "The Java revision " + name(type) + " cannot be made.",
                String.valueOf(e.getMostSpecificCause().getMessage()),
                "Give it one constructor, whose parameters are beans of the application.",
                e);
    }

    private static String name(Class<?> type) {
        return ClassUtils.getQualifiedName(type);
    }
}
