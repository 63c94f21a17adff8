/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot;

import dev.retort.RetortSettingsBuilder;

/**
 * Changes the settings of Retort after the properties have been applied. Beans of this type are called in their order.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RetortSettingsCustomizer {

    /**
     * Changes the settings of one database. Called once for each; {@code settings.build().name()} tells which.
     *
     * @param settings what the properties say
     */
    void customize(RetortSettingsBuilder settings);
}
