/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Puts the scripts of the default location into a native image. Other locations are known only when the application
 * runs: whoever sets {@code retort.locations} registers hints for them.
 */
final class RetortRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("db/migrations/**");
    }
}
