/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.retort.test.PackageRules;
import dev.retort.test.PublicApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The allowed imports between the packages of this module. */
@AnalyzeClasses(packages = "dev.retort.boot", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static void packages(JavaClasses classes) {
        new PackageRules()
                .allow("boot", ". error run")
                .allow(
                        "boot.actuate",
                        "boot.actuate.answer boot.actuate.page boot.actuate.status boot.properties . error"
                                + " internal.page lint run status")
                .allow(
                        "boot.actuate.answer",
                        "error graph internal.jdbc.statement internal.page internal.script lint run " + "status")
                .allow("boot.actuate.page", "boot.actuate.answer internal.page")
                .allow("boot.actuate.status", "boot.actuate.answer . event run status")
                .allow(
                        "boot.autoconfigure",
                        ". boot boot.datasource boot.properties diff error event migration model run " + "settings")
                .allow(
                        "boot.command",
                        ". boot.datasource boot.model cli cli.author cli.output cli.standalone diff error "
                                + "event internal.jdbc.url internal.scratch internal.script internal.script.author")
                .allow(
                        "boot.datasource",
                        "boot boot.properties . error internal.jdbc internal.jdbc.statement "
                                + "internal.jdbc.url settings")
                .allow("boot.failure", "boot boot.datasource boot.properties error internal.jdbc.support run")
                .allow("boot.model", "annotation error hibernate model schema schema.name")
                .allow("boot.properties", ". settings")
                .check(classes);
    }

    /** They are the business of the commands, whose jar contains them under other names. */
    @ArchTest
    static final ArchRule LIBRARIES_OF_THE_COMMANDS_ARE_UNKNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "com.github.difflib..", "dev.retort.cli.internal..");

    @Test
    void publicTypesSaySinceWhen() {
        PublicApi.checkSince(Path.of("src/main/java"));
    }
}
