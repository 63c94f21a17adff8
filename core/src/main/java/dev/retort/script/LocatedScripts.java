/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

import dev.retort.migration.MigrationFactory;
import java.util.List;
import java.util.Optional;

/**
 * The scripts of some locations, each of which must exist, and the Java revisions of some packages.
 *
 * @param locations {@code classpath:folder}, {@code filesystem:folder}, or plain paths
 * @param packages names of packages, whose sub-packages count too; none cost nothing
 * @param loader the class loader of {@code classpath:} locations and of the classes
 * @param factory makes instances of the classes
 */
public record LocatedScripts(
        List<String> locations, List<String> packages, ClassLoader loader, MigrationFactory factory)
        implements ScriptSource {

    /** Copies the lists. */
    public LocatedScripts {
        locations = List.copyOf(locations);
        packages = List.copyOf(packages);
    }

    @Override
    public Scripts read() {
        return ScriptLoader.read(this);
    }

    /** What a class does is not told by its bytes alone, so with Java revisions everything is read. */
    @Override
    public Optional<ScriptStock> stock() {
        return !packages.isEmpty() ? Optional.empty() : ScriptLoader.stock(locations, loader);
    }
}
