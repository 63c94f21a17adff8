/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

import java.util.List;
import java.util.Optional;

/**
 * The scripts of some locations, each of which must exist.
 *
 * @param locations {@code classpath:folder}, {@code filesystem:folder}, or plain paths
 * @param loader the class loader of {@code classpath:} locations
 */
public record LocatedScripts(List<String> locations, ClassLoader loader) implements ScriptSource {

    /** Copies the locations. */
    public LocatedScripts {
        locations = List.copyOf(locations);
    }

    @Override
    public Scripts read() {
        return ScriptLoader.read(locations, loader, MissingLocations.FAIL);
    }

    @Override
    public Optional<ScriptStock> stock() {
        return ScriptLoader.stock(locations, loader);
    }
}
