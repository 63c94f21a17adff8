/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.options;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the jar. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"retort " + (version == null ? "(not from a jar)" : version)};
    }

    /** {@return the version for a pom.xml; a property where the classes are not those of a jar} */
    public static String ofRetort() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "${retort.version}" : version;
    }
}
