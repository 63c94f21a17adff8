/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import dev.retort.internal.script.RevisionScript;
import java.util.function.Consumer;

/**
 * Checks of migrations, to choose from. Each may be called alone; those that need a database make one and drop it.
 *
 * <pre>{@code
 * assertThatMigrations(settings).haveOneHead().upgradeFromBase().goUpDownAndUpAgain();
 * }</pre>
 *
 * <p>A check throws an {@link AssertionError} when the migrations are not as they should be, and a {@link RetortException} when it
 * cannot be made, because scripts cannot be read for instance.
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

    /** Begins with the migrations of a facade, whose database is not used. */
    public static MigrationAssert assertThatMigrations(Retort retort) {
        return assertThatMigrations(TestedMigrations.of(retort));
    }

    /** Begins with the migrations that settings describe. */
    public static MigrationAssert assertThatMigrations(RetortSettings settings) {
        return assertThatMigrations(TestedMigrations.of(settings));
    }

    /** Begins with migrations, which know roles and models too. */
    public static MigrationAssert assertThatMigrations(TestedMigrations migrations) {
        return new MigrationAssert(migrations);
    }

    /** Checks that at most one revision is a head, so that {@code upgrade head} has one meaning. */
    public MigrationAssert haveOneHead() {
        checks.haveOneHead();
        return this;
    }

    /** Checks that an empty database can be brought to the heads. */
    public MigrationAssert upgradeFromBase() {
        checks.upgradeFromBase();
        return this;
    }

    /**
     * Checks that each revision can be taken up, down, and up again; that after the way down the schema is what it was before the
     * way up, and after the second way up what it was after the first. Columns may change their order, and constraints may stay
     * validated. Irreversible revisions are
     * only taken up.
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
     */
    public MigrationAssert areSafeSince(String since) {
        new MigrationChecks(migrations.withSafeSince(since)).areSafe();
        return this;
    }

    /** Checks that each revision has a way back, or says that it has none, or that there is nothing to take back. */
    public MigrationAssert areReversibleOrMarked() {
        forEach(checks::areReversibleOrMarked);
        return this;
    }

    /**
     * Checks that the migrations make what the model asks for: nothing would be generated.
     *
     * @throws RetortException when there is no model, or more than one
     */
    public MigrationAssert matchModel() {
        checks.matchModel();
        return this;
    }

    private void forEach(Consumer<RevisionScript> check) {
        migrations.revisions().forEach(check);
    }
}
