/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.StringUtils;

/**
 * The {@code DataSource} beans of the application, its parents' included.
 *
 * @since 0.1
 */
public final class DataSourceBeans {

    private final ListableBeanFactory beans;
    private final ObjectProvider<DataSource> all;
    private final ObjectProvider<DataSource> qualified;

    public DataSourceBeans(
            ListableBeanFactory beans, ObjectProvider<DataSource> all, ObjectProvider<DataSource> qualified) {
        this.beans = beans;
        this.all = all;
        this.qualified = qualified;
    }

    /** {@return the one qualified with {@code @MigrationDataSource}} */
    @Nullable
    DataSource qualified() {
        return qualified.getIfAvailable();
    }

    /** {@return the only one, or the primary one} */
    @Nullable
    DataSource unique() {
        return all.getIfUnique();
    }

    /** {@return the one named by a key} */
    DataSource named(String bean, String key) {
        if (!isDataSource(bean)) {
            throw MigrationDataSourceException.notNamed(bean, key, names());
        }
        return beans.getBean(bean, DataSource.class);
    }

    /** {@return the one with the name of a database, or the only one} */
    @Nullable
    DataSource namedAfter(String database) {
        List<String> names = names();
        return candidates(database)
                .filter(this::isDataSource)
                .findFirst()
                .or(() -> names.size() == 1 ? names.stream().findFirst() : Optional.empty())
                .map(name -> beans.getBean(name, DataSource.class))
                .orElse(null);
    }

    /** {@return the names that {@link #namedAfter} looks for} */
    static Stream<String> candidates(String database) {
        StringBuilder camelCase = new StringBuilder();
        for (String word : database.split("-", -1)) {
            camelCase.append(camelCase.isEmpty() ? word : StringUtils.capitalize(word));
        }
        return Stream.of(database, camelCase + "DataSource", database + "DataSource", camelCase.toString())
                .distinct();
    }

    List<String> names() {
        return List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class));
    }

    private boolean isDataSource(String bean) {
        return beans.containsBean(bean) && beans.isTypeMatch(bean, DataSource.class);
    }
}
