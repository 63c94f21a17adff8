/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot;

import dev.retort.RetortSettingsBuilder;

/**
 * Callback that customizes the settings of Retort after the properties are applied. Beans of this type are called in
 * order, once for each database, on the thread that creates its {@code Retort} bean.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RetortSettingsCustomizer {

    /**
     * Customizes the settings of one database. Called once for each; its name is {@code settings.build().name()}.
     *
     * @param settings the settings from the properties
     */
    void customize(RetortSettingsBuilder settings);
}
