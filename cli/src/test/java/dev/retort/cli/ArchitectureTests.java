/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import dev.retort.test.PackageRules;

/** The allowed imports between the packages of this module. */
@AnalyzeClasses(packages = "dev.retort.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static void packages(JavaClasses classes) {
        new PackageRules()
                .allow(
                        "cli",
                        "cli.author cli.baseline cli.command cli.imports "
                                + "cli.lint cli.options cli.output cli.script cli.squash cli.standalone error "
                                + "internal.jdbc.statement")
                .allow(
                        "cli.imports",
                        "internal.adopt.tool internal.jdbc.url settings "
                                + ". cli.author cli.command cli.options error "
                                + "internal.imports internal.imports.project internal.imports.prove "
                                + "internal.imports.tool internal.script internal.script.author model")
                .allow(
                        "cli.author",
                        ". autogenerate cli.options cli.output diff error event graph internal.diff "
                                + "internal.jdbc.url internal.render internal.render.java internal.render.script internal.scratch "
                                + "internal.script internal.script.author internal.script.read model operation "
                                + "schema.name settings status")
                .allow(
                        "cli.baseline",
                        "cli.author cli.command cli.options cli.output . diff error graph internal.scratch "
                                + "internal.script internal.script.author operation operation.value run schema.name "
                                + "schema.part status")
                .allow(
                        "cli.command",
                        "cli.author cli.options cli.output . adoption error event graph internal.offline "
                                + "internal.script internal.script.author migration run status")
                .allow(
                        "cli.lint",
                        ". cli.author cli.command cli.output cli.settings error internal.jdbc.url "
                                + "internal.lint.packed internal.scratch lint model settings")
                .allow("cli.options", "autogenerate diff internal.offline settings")
                .allow("cli.output", "diff error event graph internal.page internal.script lint run status")
                .allow(
                        "cli.script",
                        ". cli.author cli.command cli.options cli.output error graph internal.script.author status")
                .allow("cli.settings", ". error internal.graph internal.jdbc.url settings")
                .allow(
                        "cli.squash",
                        ". cli.author cli.command graph internal.script internal.script.author internal.squash")
                .allow(
                        "cli.standalone",
                        "cli.author cli.command cli.options cli.settings . diff error event internal.jdbc.statement "
                                + "internal.jdbc.url internal.scratch internal.script internal.script.author model settings")
                .check(classes);
    }
}
