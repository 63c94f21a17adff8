/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"retort " + (version == null ? "(not from a jar)" : version)};
    }
}
