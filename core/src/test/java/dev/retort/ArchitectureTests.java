/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

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

/** The packages of core, who may import whom, and what else each may use. */
@AnalyzeClasses(packages = "dev.retort", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static void packages(JavaClasses classes) {
        new PackageRules()
                .allow(
                        "",
                        "adoption internal.execute.adopt "
                                + "autogenerate event internal.autogenerate internal.execute internal.jdbc internal.jdbc.statement internal.jdbc.url "
                                + "internal.lint internal.lint.packed lint graph internal.adopt.tool "
                                + "internal.objects internal.offline internal.plan internal.scratch internal.script internal.squash "
                                + "internal.script.author internal.script.read internal.status migration model run "
                                + "settings status")
                .allow("adoption", "error run")
                .allow("autogenerate", "diff internal.diff schema.name settings")
                .allow("diff", "error operation schema schema.name schema.part")
                .allow("error", "")
                .allow("event", "migration run")
                .allow("graph", "error internal.graph")
                .allow(
                        "internal.adopt",
                        "adoption error graph internal.history internal.jdbc internal.jdbc.statement "
                                + "internal.script internal.sql run")
                .allow(
                        "internal.adopt.flyway",
                        "adoption internal.adopt internal.imports.flyway internal.jdbc internal.jdbc.statement "
                                + "internal.script")
                .allow(
                        "internal.adopt.liquibase",
                        "adoption error internal.adopt internal.imports.liquibase internal.jdbc "
                                + "internal.jdbc.statement internal.script")
                .allow(
                        "internal.adopt.tool",
                        "adoption error graph internal.adopt internal.adopt.flyway internal.adopt.liquibase "
                                + "internal.history internal.history.table internal.imports internal.jdbc "
                                + "internal.jdbc.statement internal.script settings")
                .allow(
                        "internal.autogenerate",
                        "autogenerate diff error graph internal.catalog internal.catalog.query internal.diff "
                                + "internal.diff.mapping internal.diff.model "
                                + "internal.execute internal.jdbc internal.jdbc.statement internal.objects "
                                + "internal.plan internal.render internal.scratch internal.script internal.sql "
                                + "model operation run schema schema.name schema.part settings")
                .allow(
                        "internal.catalog",
                        "internal.catalog.query internal.jdbc internal.sql schema schema.name schema.part")
                .allow("internal.catalog.query", "error internal.jdbc schema.name")
                .allow(
                        "internal.diff",
                        "diff internal.diff.compare internal.diff.mapping internal.diff.model "
                                + "internal.diff.order internal.diff.rename internal.diff.target operation operation.recipe schema "
                                + "schema.name")
                .allow(
                        "internal.diff.compare",
                        "internal.diff.model internal.diff.order internal.diff.rename internal.sql operation "
                                + "operation.recipe operation.value schema schema.name schema.part")
                .allow(
                        "internal.diff.mapping",
                        "diff internal.diff.model internal.diff.rename internal.sql operation operation.value schema "
                                + "schema.name schema.part")
                .allow("internal.diff.model", "internal.sql operation schema schema.name schema.part")
                .allow("internal.diff.order", "internal.diff.model operation schema schema.name schema.part")
                .allow(
                        "internal.diff.rename",
                        "diff internal.diff.model internal.sql operation schema schema.name schema.part")
                .allow(
                        "internal.diff.target",
                        "diff error internal.diff.mapping internal.diff.model internal.diff.rename operation schema "
                                + "schema.name "
                                + "schema.part")
                .allow(
                        "internal.execute",
                        "adoption internal.adopt internal.adopt.tool internal.execute.adopt "
                                + "error event graph internal.execute.java internal.execute.step internal.history "
                                + "internal.history.table internal.jdbc internal.jdbc.statement internal.lock "
                                + "internal.plan internal.script internal.sql internal.step run settings status")
                .allow(
                        "internal.execute.adopt",
                        "adoption error graph internal.adopt internal.adopt.tool internal.execute.step "
                                + "internal.history internal.history.table internal.jdbc "
                                + "internal.jdbc.statement internal.lock internal.plan internal.script "
                                + "internal.step migration run settings")
                .allow(
                        "internal.execute.java",
                        "error event graph internal.execute.step internal.history internal.jdbc "
                                + "internal.jdbc.statement internal.script internal.sql internal.step migration "
                                + "operation run")
                .allow(
                        "internal.execute.step",
                        "internal.adopt internal.adopt.tool "
                                + "error event graph internal.history internal.history.table internal.jdbc "
                                + "internal.jdbc.statement internal.jdbc.watch internal.lock internal.plan "
                                + "internal.script internal.sql internal.step run settings")
                .allow("internal.graph", "")
                .allow(
                        "internal.history",
                        "error graph internal.history.table internal.jdbc internal.jdbc.statement "
                                + "internal.jdbc.support internal.sql run settings status")
                .allow("internal.history.table", "error internal.jdbc internal.jdbc.statement internal.sql settings")
                .allow(
                        "internal.imports",
                        "error graph internal.objects internal.script internal.script.read internal.sql " + "settings")
                .allow("internal.imports.alembic", "error internal.imports internal.script")
                .allow("internal.imports.flyway", "error internal.imports internal.script")
                .allow("internal.imports.liquibase", "error internal.imports internal.script internal.sql")
                .allow("internal.imports.numbered", "error internal.imports internal.script")
                .allow("internal.imports.project", "error internal.imports")
                .allow(
                        "internal.imports.prove",
                        ". diff error internal.catalog internal.catalog.query internal.diff internal.imports "
                                + "internal.jdbc internal.jdbc.statement internal.render internal.render.script internal.scratch internal.sql "
                                + "internal.script internal.squash model operation operation.value run schema schema.name settings")
                .allow(
                        "internal.imports.tool",
                        "internal.imports.numbered error internal.imports internal.imports.alembic internal.imports.flyway "
                                + "internal.imports.liquibase")
                .allow("internal.jdbc", "internal.jdbc.statement internal.jdbc.support internal.sql settings")
                .allow("internal.jdbc.statement", "error internal.jdbc.support")
                .allow("internal.jdbc.support", "error")
                .allow("internal.jdbc.url", "error")
                .allow("internal.jdbc.watch", "internal.jdbc")
                .allow(
                        "internal.lint",
                        "graph internal.adopt internal.adopt.tool internal.catalog internal.catalog.query internal.diff internal.diff.model internal.history internal.history.table internal.jdbc "
                                + "internal.jdbc.statement internal.jdbc.url internal.lint.measure internal.lint.price internal.lint.question internal.lint.rule "
                                + "internal.plan internal.render internal.scratch internal.script internal.sql "
                                + "internal.step lint error migration model diff schema schema.name schema.part settings")
                .allow(
                        "internal.lint.measure",
                        "error internal.jdbc internal.jdbc.statement internal.script internal.sql lint schema.name")
                .allow(
                        "internal.lint.packed",
                        "error graph internal.history internal.jdbc internal.lint internal.lint.price internal.plan "
                                + "internal.script lint settings")
                .allow("internal.lint.price", "lint settings")
                .allow(
                        "internal.lint.question",
                        "internal.lint.measure internal.lint.rule internal.sql lint schema schema.name schema.part")
                .allow(
                        "internal.lint.rule",
                        "internal.diff.model internal.lint.measure internal.lint.price internal.render internal.render.script internal.script internal.sql lint operation "
                                + "operation.recipe schema schema.name schema.part graph")
                .allow("internal.lock", "internal.jdbc internal.jdbc.watch run status")
                .allow("internal.objects", "error internal.script internal.script.file internal.sql model settings")
                .allow(
                        "internal.offline",
                        "error graph internal.execute internal.history "
                                + "internal.history.table internal.jdbc internal.lock internal.plan internal.script "
                                + "internal.sql internal.step migration run settings")
                .allow("internal.page", "status")
                .allow(
                        "internal.plan",
                        "internal.adopt internal.adopt.tool "
                                + "error event graph internal.history internal.history.table internal.jdbc "
                                + "internal.script internal.script.read internal.sql internal.step migration run "
                                + "settings status")
                .allow(
                        "internal.render",
                        "internal.render.text internal.sql operation operation.value schema schema.name "
                                + "schema.part")
                .allow(
                        "internal.render.java",
                        "internal.render operation operation.value schema schema.name schema.part")
                .allow(
                        "internal.render.script",
                        "internal.render internal.render.text internal.sql operation schema.name schema.part")
                .allow("internal.render.text", "error internal.sql schema.name schema.part")
                .allow(
                        "internal.scratch",
                        "error internal.jdbc internal.jdbc.statement internal.jdbc.url internal.objects internal.sql model "
                                + "schema schema.name settings")
                .allow("internal.script", "error graph internal.sql migration")
                .allow(
                        "internal.script.author",
                        "error graph internal.render.java internal.script internal.script.file "
                                + "internal.script.read internal.sql settings")
                .allow("internal.script.file", "internal.script")
                .allow(
                        "internal.script.read",
                        "error graph internal.graph internal.script internal.script.file internal.sql migration settings")
                .allow("internal.sql", "error")
                .allow(
                        "internal.squash",
                        "internal.autogenerate diff error graph internal.catalog internal.catalog.query internal.diff "
                                + "internal.jdbc internal.jdbc.statement internal.render internal.render.script internal.scratch "
                                + "internal.script internal.script.author internal.script.read internal.sql model "
                                + "operation schema schema.name schema.part settings")
                .allow(
                        "internal.status",
                        "graph internal.adopt internal.adopt.tool internal.execute.step internal.history internal.history.table "
                                + "internal.jdbc internal.jdbc.statement internal.jdbc.url internal.lock internal.plan internal.script run "
                                + "settings status")
                .allow(
                        "internal.step",
                        "error graph internal.history internal.jdbc internal.render internal.script "
                                + "internal.sql migration operation run schema schema.name schema.part settings")
                .allow("lint", "error model settings")
                .allow("migration", "operation operation.value schema schema.name schema.part")
                .allow("model", "internal.jdbc.url internal.sql schema")
                .allow("operation", "error operation.value schema schema.name schema.part")
                .allow("operation.recipe", "operation operation.value schema schema.name schema.part")
                .allow("operation.value", "schema schema.name schema.part")
                .allow("run", "error graph migration status")
                .allow("schema", "schema.name schema.part")
                .allow("schema.name", "")
                .allow("schema.part", "schema.name")
                .allow("settings", "diff")
                .allow("status", "")
                .check(classes);
    }

    /** Packages that compute: nothing that they do depends on a file, a connection or a logger. */
    private static final String[] PURE = {
        "dev.retort.diff..",
        "dev.retort.error..",
        "dev.retort.event..",
        "dev.retort.graph..",
        "dev.retort.internal.diff..",
        "dev.retort.internal.graph..",
        "dev.retort.internal.offline..",
        "dev.retort.internal.render..",
        "dev.retort.migration..",
        "dev.retort.operation..",
        "dev.retort.run..",
        "dev.retort.schema..",
        "dev.retort.settings..",
        "dev.retort.status.."
    };

    @ArchTest
    static final ArchRule PURE_PACKAGES_TOUCH_NOTHING = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.nio.file..", "org.slf4j..");

    @ArchTest
    static final ArchRule ONLY_THESE_PACKAGES_KNOW_JDBC = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.retort",
                    "dev.retort.internal.adopt..",
                    "dev.retort.internal.autogenerate",
                    "dev.retort.internal.catalog..",
                    "dev.retort.internal.execute..",
                    "dev.retort.internal.history..",
                    "dev.retort.internal.imports.liquibase",
                    "dev.retort.internal.imports.prove",
                    "dev.retort.internal.jdbc..",
                    "dev.retort.internal.lint..",
                    "dev.retort.internal.lock",
                    "dev.retort.internal.plan",
                    "dev.retort.internal.scratch",
                    "dev.retort.internal.squash",
                    "dev.retort.internal.status",
                    "dev.retort.internal.step")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..");

    @ArchTest
    static final ArchRule ONLY_JDBC_KNOWS_THE_DRIVER = noClasses()
            .that()
            .resideOutsideOfPackage("dev.retort.internal.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.postgresql..");

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES =
            fields().that().areStatic().should().beFinal();

    @Test
    void publicTypesSaySinceWhen() {
        PublicApi.checkSince(Path.of("src/main/java"));
    }
}
