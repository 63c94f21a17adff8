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
 * The tests that every project's migrations should pass. A class that implements this has them; {@link Migrations} on it says
 * which migrations, and a class with a Spring Boot context tests the application's, whose entities are the model.
 *
 * <pre>{@code
 * @Migrations(javaPackages = "com.acme.shop.migrations")
 * class ShopMigrationTests implements MigrationTests {}
 * }</pre>
 *
 * <p>A test that a project does not want is overridden and disabled.
 *
 * @since 0.1
 */
@ExtendWith(TestedMigrationsResolver.class)
public interface MigrationTests {

    /** {@code upgrade head} has one meaning: nobody merged a branch that another does not know. */
    @Test
    default void haveOneHead(TestedMigrations migrations) {
        new MigrationChecks(migrations).haveOneHead();
    }

    /** A new database can be made. */
    @Test
    default void upgradeFromBase(TestedMigrations migrations) {
        new MigrationChecks(migrations).upgradeFromBase();
    }

    /** What is missing in a downgrade is found before somebody needs it: a test for each revision. */
    @TestFactory
    default Stream<DynamicTest> goUpDownAndUpAgain(TestedMigrations migrations) {
        RevisionWalk walk = new RevisionWalk(migrations);
        return walk.revisions().stream()
                .map(revision -> DynamicTest.dynamicTest(way(revision), () -> walk.take(revision)))
                .onClose(walk::close);
    }

    private static String way(RevisionScript revision) {
        return RevisionNames.shortly(revision)
                + (revision.downgrade() instanceof Irreversible way ? ": only up. " + way.reason() : "");
    }

    /** A revision without a way back is so on purpose: a test for each. */
    @TestFactory
    default Stream<DynamicTest> areReversibleOrMarked(TestedMigrations migrations) {
        MigrationChecks checks = new MigrationChecks(migrations);
        return migrations.revisions().stream()
                .map(revision -> DynamicTest.dynamicTest(
                        RevisionNames.shortly(revision), () -> checks.areReversibleOrMarked(revision)));
    }

    /**
     * No revision blocks a table for long, loses what it does not say, or fails on tables with rows: {@code lint} finds no error.
     * Each revision is judged as if it were deployed alone; {@link Migrations#safeSince} leaves out those that are applied.
     */
    @Test
    default void areSafe(TestedMigrations migrations) {
        new MigrationChecks(migrations).areSafe();
    }

    /** Entities and migrations belong together: nothing would be generated. Skipped when there is no model. */
    @Test
    default void matchModel(TestedMigrations migrations) {
        Assumptions.assumeTrue(
                migrations.haveModel(),
                "There is no model to compare with: name one with @Migrations(model = \"sql:schema.sql\"), or let the class have"
                        + " the Spring Boot context of an application with entities.");
        new MigrationChecks(migrations).matchModel();
    }
}
