/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Adds the scripts of the default location to a native image. Other locations are known only at run time: an
 * application that sets {@code retort.locations} has to register hints for them.
 */
final class RetortRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("db/migrations/**");
    }
}
