/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import java.util.Map;
import org.hibernate.tool.schema.spi.ExceptionHandler;
import org.hibernate.tool.schema.spi.ExecutionOptions;

/**
 * Options of Hibernate's schema tool: it throws errors and does not create schemas.
 *
 * @param settings the settings of the persistence unit
 */
record SchemaToolOptions(Map<String, Object> settings) implements ExecutionOptions {

    @Override
    public Map<String, Object> getConfigurationValues() {
        return settings;
    }

    @Override
    public boolean shouldManageNamespaces() {
        return false;
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return exception -> {
            throw exception;
        };
    }
}
