/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * The {@code java} executable of the build: that of its toolchain, otherwise Maven's own.
 *
 * @param toolchains Maven's toolchains
 * @param session the build
 */
record JavaExecutable(ToolchainManager toolchains, MavenSession session) {

    String path() {
        @Nullable Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
        @Nullable String tool = toolchain == null ? null : toolchain.findTool("java");
        return tool != null
                ? tool
                : Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
