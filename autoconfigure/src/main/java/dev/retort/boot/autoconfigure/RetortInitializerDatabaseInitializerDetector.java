/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Makes beans that use a database depend on {@link RetortInitializer}, and that on the facades. */
final class RetortInitializerDatabaseInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(RetortInitializer.class);
    }

    @Override
    public int getOrder() {
        return 1;
    }
}
