/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.internal.script.ScriptManifest;
import dev.retort.internal.script.ScriptRepository;
import dev.retort.internal.script.Scripts;
import dev.retort.migration.MigrationFactory;
import dev.retort.settings.MissingLocations;
import dev.retort.settings.MissingScripts;
import java.util.List;
import java.util.Optional;

/**
 * The scripts of some locations, each of which must exist, and the Java revisions of some packages.
 *
 * @param locations {@code classpath:folder}, {@code filesystem:folder}, or plain paths
 * @param packages names of packages, whose sub-packages count too; none cost nothing
 * @param loader the class loader of {@code classpath:} locations and of the classes
 * @param factory makes instances of the classes
 * @param missing what to do about locations without scripts, where there are no packages of Java revisions
 */
public record LocatedScripts(
        List<String> locations,
        List<String> packages,
        ClassLoader loader,
        MigrationFactory factory,
        MissingScripts missing)
        implements ScriptRepository {

    /** Copies the lists. */
    public LocatedScripts {
        locations = List.copyOf(locations);
        packages = List.copyOf(packages);
    }

    /** Locations without scripts are an error. */
    public LocatedScripts(List<String> locations, List<String> packages, ClassLoader loader, MigrationFactory factory) {
        this(locations, packages, loader, factory, MissingScripts.FAIL);
    }

    /** {@return what to do about a location that does not exist} */
    public MissingLocations missingLocations() {
        return missing == MissingScripts.FAIL && packages.isEmpty() ? MissingLocations.FAIL : MissingLocations.IGNORE;
    }

    @Override
    public Scripts read() {
        return ScriptLoader.read(this);
    }

    /** The bytes of a class do not determine what it does, so with Java revisions everything is read. */
    @Override
    public Optional<ScriptManifest> manifest() {
        return !packages.isEmpty() ? Optional.empty() : ScriptLoader.manifest(this);
    }
}
