/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import dev.retort.internal.script.RevisionScript;
import java.util.function.Consumer;

/**
 * Assertions for migrations. Each can be called separately; those that need a database create one and drop it. Not
 * thread-safe: tests that run in parallel have one each.
 *
 * <pre>{@code
 * assertThatMigrations(settings).haveOneHead().upgradeFromBase().goUpDownAndUpAgain();
 * }</pre>
 *
 * <p>An assertion throws an {@link AssertionError} if the migrations do not satisfy it, and a {@link RetortException}
 * if it cannot run, for example because scripts cannot be read.
 *
 * @since 0.1
 */
public final class MigrationAssert {

    private final TestedMigrations migrations;
    private final MigrationChecks checks;

    private MigrationAssert(TestedMigrations migrations) {
        this.migrations = migrations;
        this.checks = new MigrationChecks(migrations);
    }

    /**
     * Creates assertions for the migrations of a facade, whose database is not used.
     *
     * @param retort knows scripts and settings; its database is not used
     * @return the assertions, each of which uses separate databases
     */
    public static MigrationAssert assertThatMigrations(Retort retort) {
        return assertThatMigrations(TestedMigrations.of(retort));
    }

    /**
     * Creates assertions for the migrations of settings.
     *
     * @param settings where the scripts are and how they run; the class loader is that of the calling thread
     * @return the assertions, each of which uses separate databases
     */
    public static MigrationAssert assertThatMigrations(RetortSettings settings) {
        return assertThatMigrations(TestedMigrations.of(settings));
    }

    /**
     * Creates assertions for migrations with their roles and models.
     *
     * @param migrations the migrations with their roles and models
     * @return the assertions, each of which uses separate databases
     */
    public static MigrationAssert assertThatMigrations(TestedMigrations migrations) {
        return new MigrationAssert(migrations);
    }

    /**
     * Checks that there is at most one head, so that {@code upgrade head} is unambiguous.
     *
     * @return this, for further checks
     */
    public MigrationAssert haveOneHead() {
        checks.haveOneHead();
        return this;
    }

    /**
     * Checks that an empty database can be upgraded to the heads.
     *
     * @return this, for further checks
     */
    public MigrationAssert upgradeFromBase() {
        checks.upgradeFromBase();
        return this;
    }

    /**
     * Checks that each revision can be upgraded, downgraded and upgraded again; that the downgrade restores the schema
     * before the upgrade, and that the second upgrade gives the same schema as the first. The order of columns may
     * differ, and constraints may remain validated. Irreversible revisions are only upgraded.
     *
     * @return this, for further checks
     */
    public MigrationAssert goUpDownAndUpAgain() {
        try (RevisionWalk walk = new RevisionWalk(migrations)) {
            walk.revisions().forEach(walk::take);
        }
        return this;
    }

    /**
     * Checks that {@code lint} finds no error in the revisions, each judged as if it were deployed alone.
     *
     * @return this, for further checks
     * @throws RetortException when a revision cannot be measured because its starting schema cannot be created
     */
    public MigrationAssert areSafe() {
        checks.areSafe();
        return this;
    }

    /**
     * Does the same for the revisions after one of them: what is applied everywhere need not be judged.
     *
     * @param since the revision
     * @return this, for further checks
     */
    public MigrationAssert areSafeSince(String since) {
        new MigrationChecks(migrations.withSafeSince(since)).areSafe();
        return this;
    }

    /**
     * Checks that each revision has a downgrade, or declares that it is irreversible or that its downgrade is
     * intentionally empty.
     *
     * @return this, for further checks
     */
    public MigrationAssert areReversibleOrMarked() {
        forEach(checks::areReversibleOrMarked);
        return this;
    }

    /**
     * Checks that the model and the migrations do not differ.
     *
     * @return this, for further checks
     * @throws RetortException if there is no model, or more than one
     */
    public MigrationAssert matchModel() {
        checks.matchModel();
        return this;
    }

    private void forEach(Consumer<RevisionScript> check) {
        migrations.revisions().forEach(check);
    }
}
