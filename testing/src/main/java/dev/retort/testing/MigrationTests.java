/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.internal.script.DowngradeSection.Irreversible;
import dev.retort.internal.script.RevisionScript;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that the migrations of every project should pass. A test class inherits them by implementing this interface.
 * {@link Migrations} on the class selects the migrations; a class with a Spring Boot context tests the application's,
 * with its entities as the model.
 *
 * <pre>{@code
 * @Migrations(javaPackages = "com.acme.shop.migrations")
 * class ShopMigrationTests implements MigrationTests {}
 * }</pre>
 *
 * <p>To disable a test, override it with {@code @Disabled}.
 *
 * @since 0.1
 */
@ExtendWith(TestedMigrationsResolver.class)
public interface MigrationTests {

    /**
     * Checks that {@code upgrade head} is unambiguous: there is one head.
     *
     * @param migrations the migrations under test, which the extension resolves
     */
    @Test
    default void haveOneHead(TestedMigrations migrations) {
        new MigrationChecks(migrations).haveOneHead();
    }

    /**
     * Checks that an empty database can be upgraded to head.
     *
     * @param migrations the migrations under test, which the extension resolves
     */
    @Test
    default void upgradeFromBase(TestedMigrations migrations) {
        new MigrationChecks(migrations).upgradeFromBase();
    }

    /**
     * Checks that each downgrade restores the previous schema: one test for each revision.
     *
     * @param migrations the migrations under test, which the extension resolves
     * @return one test for each revision, in the order in which they run
     */
    @TestFactory
    default Stream<DynamicTest> goUpDownAndUpAgain(TestedMigrations migrations) {
        RevisionWalk walk = new RevisionWalk(migrations);
        return walk.revisions().stream()
                .map(revision -> DynamicTest.dynamicTest(way(revision), () -> walk.take(revision)))
                .onClose(walk::close);
    }

    private static String way(RevisionScript revision) {
        return RevisionNames.shortly(revision)
                + (revision.downgrade() instanceof Irreversible way ? ": upgrade only. " + way.reason() : "");
    }

    /**
     * Checks that each revision without a downgrade declares it: one test for each.
     *
     * @param migrations the migrations under test, which the extension resolves
     * @return one test for each revision
     */
    @TestFactory
    default Stream<DynamicTest> areReversibleOrMarked(TestedMigrations migrations) {
        MigrationChecks checks = new MigrationChecks(migrations);
        return migrations.revisions().stream()
                .map(revision -> DynamicTest.dynamicTest(
                        RevisionNames.shortly(revision), () -> checks.areReversibleOrMarked(revision)));
    }

    /**
     * No revision blocks a table for long, loses what it does not say, or fails on tables with rows: {@code lint}
     * finds no error.
     * Each revision is judged as if it were deployed alone; {@link Migrations#safeSince} leaves out those that are
     * applied.
     *
     * @param migrations the migrations under test, which the extension resolves
     */
    @Test
    default void areSafe(TestedMigrations migrations) {
        new MigrationChecks(migrations).areSafe();
    }

    /**
     * Checks that entities and migrations do not differ. Skipped without a model.
     *
     * @param migrations the migrations under test, which the extension resolves
     */
    @Test
    default void matchModel(TestedMigrations migrations) {
        Assumptions.assumeTrue(
                migrations.haveModel(),
                "There is no model: name one with @Migrations(model = \"sql:schema.sql\"), or use the"
                        + " Spring Boot context of an application with entities.");
        new MigrationChecks(migrations).matchModel();
    }
}
