/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.boot.datasource.MigrationDataSources;
import dev.retort.boot.datasource.PoolAwareDataSource;
import dev.retort.boot.datasource.SharedTables;
import dev.retort.event.MigrationListener;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** Creates the facade of a database from properties and beans. */
final class RetortFactory {

    private final RetortSettingsFactory settings;
    private final MigrationDataSources dataSources;
    private final ApplicationContext context;
    private final ObjectProvider<MigrationListener> listeners;
    private final SharedTables shared = new SharedTables();

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
        DataSource dataSource = dataSources.get(database);
        RetortSettings own = settings.create(database);
        shared.add(own, dataSources.place(database, dataSource));
        return new Retort(
                own,
                new PoolAwareDataSource(dataSource),
                classLoader(),
                new BeanMigrationFactory(context.getAutowireCapableBeanFactory()),
                listeners.orderedStream().toList());
    }

    private ClassLoader classLoader() {
        ClassLoader ofApplication = context.getClassLoader();
        return ofApplication != null ? ofApplication : Objects.requireNonNull(ClassUtils.getDefaultClassLoader());
    }
}
