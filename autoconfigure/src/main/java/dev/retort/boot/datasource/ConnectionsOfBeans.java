/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;

/**
 * Finds the DataSource that an object can reach through its injected beans.
 *
 * @since 0.1
 */
public final class ConnectionsOfBeans {

    private final BeanFactory beans;
    private final Set<String> seen = new HashSet<>();

    public ConnectionsOfBeans(BeanFactory beans) {
        this.beans = beans;
    }

    /**
     * {@return the name of a DataSource and of the bean that leads to it; empty if there is none}
     *
     * @param name the name under which the injected beans are registered
     */
    public Optional<String> usedBy(String name) {
        if (!(beans instanceof ConfigurableBeanFactory factory) || !seen.add(name)) {
            return Optional.empty();
        }
        for (String dependency : factory.getDependenciesForBean(name)) {
            if (factory.containsBean(dependency) && factory.isTypeMatch(dependency, DataSource.class)) {
                return Optional.of(dependency + ", which " + name + " takes");
            }
            Optional<String> further = usedBy(dependency);
            if (further.isPresent()) {
                return further;
            }
        }
        return Optional.empty();
    }
}
