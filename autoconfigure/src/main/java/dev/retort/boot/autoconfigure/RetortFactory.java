/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.Retort;
import dev.retort.migration.MigrationListener;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** Makes the facade of a database from properties and beans. */
final class RetortFactory {

    private final RetortSettingsFactory settings;
    private final MigrationDataSources dataSources;
    private final ApplicationContext context;
    private final ObjectProvider<MigrationListener> listeners;

    RetortFactory(
            RetortSettingsFactory settings,
            MigrationDataSources dataSources,
            ApplicationContext context,
            ObjectProvider<MigrationListener> listeners) {
        this.settings = settings;
        this.dataSources = dataSources;
        this.context = context;
        this.listeners = listeners;
    }

    Retort create(String database) {
        return new Retort(
                settings.create(database),
                new PoolAwareDataSource(dataSources.get(database)),
                classLoader(),
                new BeanMigrationFactory(context.getAutowireCapableBeanFactory()),
                listeners.orderedStream().toList());
    }

    private ClassLoader classLoader() {
        ClassLoader ofApplication = context.getClassLoader();
        return ofApplication != null ? ofApplication : Objects.requireNonNull(ClassUtils.getDefaultClassLoader());
    }
}
