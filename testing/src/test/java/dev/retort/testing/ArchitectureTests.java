/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of this module: a project without Spring can use all but one of them. */
@AnalyzeClasses(packages = "dev.retort.testing", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule ONE_ROOM_KNOWS_SPRING = noClasses()
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
}
