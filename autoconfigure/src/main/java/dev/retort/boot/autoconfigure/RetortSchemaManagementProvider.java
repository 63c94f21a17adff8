/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.boot.datasource.MigrationDataSources;
import dev.retort.boot.properties.RetortDatabases;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells Spring Boot which DataSources have managed schemas, so that {@code ddl-auto} defaults to {@code none} for
 * them. Compares the targets of proxies: with {@code spring.datasource.connection-fetch=lazy} two beans can wrap one
 * pool.
 */
final class RetortSchemaManagementProvider implements SchemaManagementProvider {

    private final RetortDatabases databases;
    private final ObjectProvider<MigrationDataSources> dataSources;

    RetortSchemaManagementProvider(RetortDatabases databases, ObjectProvider<MigrationDataSources> dataSources) {
        this.databases = databases;
        this.dataSources = dataSources;
    }

    @Override
    public SchemaManagement getSchemaManagement(DataSource dataSource) {
        DataSource asked = root(dataSource);
        boolean managed = databases.all().entrySet().stream()
                .filter(database -> database.getValue().isEnabled())
                .map(database -> dataSources.getObject().get(database.getKey()))
                .anyMatch(migrated -> root(migrated).equals(asked));
        return managed ? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
    }

    private static DataSource root(DataSource dataSource) {
        DataSource target = target(dataSource);
        return target == null ? dataSource : root(target);
    }

    private static @Nullable DataSource target(DataSource dataSource) {
        if (dataSource instanceof DelegatingDataSource delegating) {
            return delegating.getTargetDataSource();
        }
        return AopProxyUtils.getSingletonTarget(dataSource) instanceof DataSource target ? target : null;
    }
}
