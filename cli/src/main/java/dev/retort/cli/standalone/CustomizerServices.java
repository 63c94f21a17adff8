/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.standalone;

import dev.retort.diff.DifferenceCustomizer;
import dev.retort.error.RetortException;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The customizers registered as services on a class path. */
public final class CustomizerServices {

    private CustomizerServices() {}

    /**
     * Creates them, in the order of the class path.
     *
     * @param classLoader the class path
     * @throws RetortException when one cannot be created
     */
    public static List<DifferenceCustomizer> of(ClassLoader classLoader) {
        try {
            return ServiceLoader.load(DifferenceCustomizer.class, classLoader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new RetortException(
                    "A service of " + DifferenceCustomizer.class.getName() + " cannot be created.",
                    String.valueOf(e.getMessage()) + ".",
                    "Fix it, or the file in META-INF/services that names it.",
                    e);
        }
    }
}
