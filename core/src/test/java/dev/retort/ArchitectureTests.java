/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Arrays;

/** The rooms of core and who may import whom. */
@AnalyzeClasses(packages = "dev.retort", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    /** A room may import itself, these rooms, {@code error}, and what is not core. */
    private static ArchRule room(String name, String... allowed) {
        String[] rooms = new String[allowed.length + 2];
        Arrays.setAll(rooms, i -> i < allowed.length ? of(allowed[i]) : of(i == allowed.length ? name : "error"));
        DescribedPredicate<JavaClass> outside = resideOutsideOfPackage("dev.retort..");
        return classes()
                .that()
                .resideInAPackage(of(name))
                .should()
                .onlyDependOnClassesThat(outside.or(JavaClass.Predicates.resideInAnyPackage(rooms)))
                .allowEmptyShould(true)
                .as("the room " + name + " imports only error and " + Arrays.toString(allowed));
    }

    private static String of(String room) {
        return "dev.retort." + room + "..";
    }

    @ArchTest
    static final ArchRule PURE_ROOMS = CompositeArchRule.of(room("error"))
            .and(room("graph"))
            .and(room("schema"))
            .and(room("sql"))
            .and(room("operation", "schema"))
            .and(room("migration", "operation", "schema"))
            // a USING clause names a column, so the quoting is needed
            .and(room("diff", "schema", "operation", "sql"))
            .and(room("render", "operation", "schema", "sql"));

    @ArchTest
    static final ArchRule TOUCHING_ROOMS = CompositeArchRule.of(room("jdbc", "sql"))
            .and(room("catalog", "schema", "jdbc"))
            .and(room("scratch", "jdbc", "sql"))
            .and(room("history", "graph", "jdbc", "sql"))
            .and(room("lock", "jdbc"));

    @ArchTest
    static final ArchRule SCRIPT_IMPORTS_NO_TOUCHING_ROOM = room("script", "graph", "sql", "migration", "render");

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_THE_FACADE = noClasses()
            .that()
            .resideInAPackage("dev.retort.*..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.retort"));

    @ArchTest
    static final ArchRule ROOMS_FORM_NO_CYCLE =
            slices().matching("dev.retort.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PURE_ROOMS_AND_SCRIPT_KNOW_NO_JDBC = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.retort", of("jdbc"), of("lock"), of("history"), of("run"), of("catalog"), of("scratch"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..");

    @ArchTest
    static final ArchRule ONLY_THE_JDBC_ROOM_KNOWS_THE_DRIVER = noClasses()
            .that()
            .resideOutsideOfPackage(of("jdbc"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.postgresql..");

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES =
            fields().that().areStatic().should().beFinal();
}
