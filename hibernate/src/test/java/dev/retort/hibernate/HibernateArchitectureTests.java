/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.retort.test.PublicApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.retort.hibernate", importOptions = DoNotIncludeTests.class)
class HibernateArchitectureTests {

    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_MODEL_OF_THE_ENGINE = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.retort..")
                    .and(not(resideInAnyPackage(
                            "dev.retort.hibernate..",
                            "dev.retort.annotation..",
                            "dev.retort.model..",
                            "dev.retort.internal.sql..",
                            "dev.retort.schema..",
                            "dev.retort.error.."))));

    @ArchTest
    static final ArchRule KNOWS_NEITHER_SPRING_NOR_A_CONNECTION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..");

    @Test
    void publicTypesSaySinceWhen() {
        PublicApi.checkSince(Path.of("src/main/java"));
        PublicApi.checkSince(Path.of("../annotations/src/main/java"));
    }
}
