/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
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

/** The packages of this module: a project without Spring can use all but one of them. */
@AnalyzeClasses(packages = "dev.retort.testing", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static void packages(JavaClasses classes) {
        new PackageRules()
                .allow(
                        "testing",
                        "autogenerate . diff error graph internal.catalog internal.catalog.query "
                                + "internal.diff internal.jdbc internal.jdbc.statement internal.render internal.render.script "
                                + "internal.scratch internal.script lint model operation run schema schema.name settings "
                                + "testing.database")
                .allow(
                        "testing.database",
                        "error internal.jdbc internal.jdbc.statement internal.jdbc.url internal.scratch "
                                + "internal.sql model settings")
                .allow("testing.spring", ". boot boot.model error internal.jdbc.url run testing testing.database")
                .check(classes);
    }

    @ArchTest
    static final ArchRule ONE_PACKAGE_KNOWS_SPRING = noClasses()
            .that()
            .resideOutsideOfPackage("dev.retort.testing.spring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "dev.retort.boot..", "dev.retort.testing.spring..");

    @ArchTest
    static final ArchRule DATABASES_KNOW_NO_TEST_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("dev.retort.testing.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.retort.testing", "org.junit..");

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES =
            fields().that().areStatic().should().beFinal();

    @Test
    void publicTypesSaySinceWhen() {
        PublicApi.checkSince(Path.of("src/main/java"));
    }
}
