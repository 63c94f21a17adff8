/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.error.RetortException;
import dev.retort.migration.Migration;
import dev.retort.migration.MigrationFactory;
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
        try {
            return (Migration) beans.autowire(type, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        } catch (BeansException e) {
            throw e.contains(BeanCurrentlyInCreationException.class) ? needsDatabase(type, e) : failed(type, e);
        }
    }

    /** Whatever waits for the migrations cannot be had while they run. */
    private static RetortException needsDatabase(Class<?> type, BeansException e) {
        return new RetortException(
                "The Java revision " + name(type) + " cannot be made.",
                "Its constructor takes a bean that needs the migrated database itself (an EntityManager, a repository, a"
                        + " JdbcTemplate), and such beans wait until the migrations are done: "
                        + e.getMostSpecificCause().getMessage(),
                "Take only beans that do not use the database; ask the database through the Operations that upgrade and"
                        + " downgrade are given.",
                e);
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
