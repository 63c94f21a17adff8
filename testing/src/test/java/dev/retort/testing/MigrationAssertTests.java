/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import static dev.retort.testing.MigrationAssert.assertThatMigrations;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks one by one. */
class MigrationAssertTests {

    private static RetortSettings settings(String name) {
        return RetortSettings.builder()
                .locations(List.of("classpath:migrations/" + name))
                .model("sql:src/test/resources/migrations/shop.sql")
                .build();
    }

    @Test
    void passForMigrationsThatAreInOrder() {
        assertThatMigrations(settings("shop"))
                .haveOneHead()
                .upgradeFromBase()
                .goUpDownAndUpAgain()
                .areReversibleOrMarked()
                .areSafe()
                .matchModel();
    }

    @Test
    void takeTheMigrationsOfAFacadeAndLeaveItsDatabaseAlone() {
        Retort retort =
                new Retort(settings("shop"), new NoDatabase(), MigrationAssertTests.class.getClassLoader(), List.of());

        assertThatMigrations(retort).haveOneHead().upgradeFromBase();
    }

    @Tag("slow")
    @Test
    void failForARevisionThatIsNotSafe(@TempDir Path folder) throws Exception {
        write(folder, "a1", "", "CREATE TABLE customer (id int PRIMARY KEY);");
        write(folder, "b2", "a1", "ALTER TABLE customer ADD COLUMN country text NOT NULL;");
        write(folder, "c3", "b2", "CREATE TABLE orders (id int PRIMARY KEY);");
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + folder))
                .build();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatMigrations(settings).areSafe())
                .withMessageContaining("b2.sql:6 not-null-without-default: The new column country is NOT NULL")
                .withMessageContaining("ALTER TABLE customer ADD COLUMN country text;")
                .withMessageContaining("-- lint: allow <rule> until <yyyy-mm-dd>, <reason>");
        assertThatMigrations(settings).areSafeSince("b2");
    }

    private static void write(Path folder, String id, String down, String upgrade) throws Exception {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n-- down_revision: " + down + "\n-- message: " + id
                        + "\n\n-- migrate: upgrade\n" + upgrade + "\n\n-- migrate: downgrade\n-- migrate: nothing\n");
    }

    @Test
    void failForADowngradeThatForgets() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatMigrations(settings("forgetful")).goUpDownAndUpAgain())
                .withMessageContaining("DROP INDEX ix_customer_name;");
    }

    @Tag("slow")
    @Test
    void failForADowngradeThatForgetsWhatNoOperationIsFor() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatMigrations(settings("careless")).goUpDownAndUpAgain())
                .withMessageContaining("-- to remove: options of column customer.name: {n_distinct=-0.5}")
                .withMessageContaining("-- to remove: CLUSTER ON customer_pkey")
                .withMessageContaining("-- to remove: setting of the database, role -: work_mem=9000")
                .withMessageContaining("-- to remove: privilege on the database: pg_monitor=C/")
                .withMessageContaining("-- to remove: default privilege of")
                .withMessageContaining("-- to remove: privilege on customer: pg_monitor=r/");
    }

    @Test
    void failForTwoHeads() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatMigrations(settings("two_heads")).haveOneHead())
                .withMessageContaining("There are 2 heads.");
    }

    @Test
    void failForAMissingDowngrade() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatMigrations(settings("unmarked")).areReversibleOrMarked())
                .withMessageContaining("Revision b1 (trim names) has neither a downgrade nor a declaration that it is"
                        + " irreversible.");
    }

    @Test
    void failForAModelThatDiffers() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatMigrations(settings("forgetful")).matchModel())
                .withMessageContaining("CREATE TABLE orders");
    }

    @Test
    void sayThatThereIsNoModel() {
        RetortSettings none = RetortSettings.builder()
                .locations(List.of("classpath:migrations/shop"))
                .build();

        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> assertThatMigrations(none).matchModel())
                .withMessageContaining("There is no model to compare with.");
    }

    @Tag("slow")
    @Test
    void failForAnUpgradeThatDependsOnRowsThatItsDowngradeLeaves(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.sql"), """
            -- revision: a1

            -- migrate: upgrade
            CREATE TABLE run (id int);

            -- migrate: downgrade
            DROP TABLE run;
            """);
        Files.writeString(folder.resolve("b.sql"), """
            -- revision: b1
            -- down_revision: a1

            -- migrate: upgrade
            CREATE TABLE seen (id int);
            DO $$ BEGIN
                IF EXISTS (SELECT FROM run) THEN
                    ALTER TABLE seen ADD COLUMN again int;
                END IF;
            END $$;
            INSERT INTO run VALUES (1);

            -- migrate: downgrade
            DROP TABLE seen;
            """);
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + folder))
                .build();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatMigrations(settings).goUpDownAndUpAgain())
                .withMessageContaining("Revision b1 gives another schema when it is applied again.")
                .withMessageContaining("ALTER TABLE seen DROP COLUMN again;");
    }

    @Tag("slow")
    @Test
    void passForAConstraintThatStaysValidated(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.sql"), """
            -- revision: a1

            -- migrate: upgrade
            CREATE TABLE customer (id int);
            ALTER TABLE customer ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;

            -- migrate: downgrade
            DROP TABLE customer;
            """);
        Files.writeString(folder.resolve("b.sql"), """
            -- revision: b1
            -- down_revision: a1

            -- migrate: upgrade
            ALTER TABLE customer VALIDATE CONSTRAINT positive;

            -- migrate: downgrade
            -- migrate: nothing
            """);

        assertThatMigrations(RetortSettings.builder()
                        .locations(List.of("filesystem:" + folder))
                        .build())
                .goUpDownAndUpAgain();
    }

    @Test
    void failForAClassThatCannotBeReversed(@TempDir Path empty) {
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + empty))
                .javaPackages(List.of("dev.retort.testing.found"))
                .build();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatMigrations(settings).goUpDownAndUpAgain())
                .withMessageContaining("Revision j1 (forget everything) cannot be downgraded.");
    }

    @Test
    void makeTheRolesThatScriptsReferTo(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.sql"), """
            -- revision: a1

            -- migrate: upgrade
            CREATE TABLE customer (id int);
            GRANT SELECT ON customer TO shop_reader;

            -- migrate: downgrade
            DROP TABLE customer;
            """);
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + folder))
                .build();

        assertThatMigrations(TestedMigrations.of(settings).withRoles(List.of("shop_reader")))
                .upgradeFromBase();
    }
}
