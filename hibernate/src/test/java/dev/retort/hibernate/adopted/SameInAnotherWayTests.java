/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.diff.Tolerance;
import dev.retort.diff.ToleratedRule;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.test.Invariant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Databases that say what their entities state, in another way. */
class SameInAnotherWayTests extends EntityCase {

    private static final String CHECKS = "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
            + " WHERE contype = 'c' AND conrelid = 'book'::regclass ORDER BY 1";

    @Test
    void listsOfTheSameValuesAreNoDifference() {
        database(Library.LISTS);

        Invariant.Outcome outcome = invariant.holdMapping(model(Library.Before.Book.class));

        assertThat(outcome.violations()).isEmpty();
        assertThat(described(outcome.difference())).isEmpty();
        assertThat(outcome.difference().tolerated())
                .contains(new ToleratedRule(Tolerance.CHECK, "ck_pages on book"))
                .hasSize(4);
    }

    @Test
    void listsOfOtherValuesAreReplacedUnderTheirNames() {
        database(Library.LISTS);
        DiffSettings settings = model(Library.After.Book.class);
        assertThat(invariant.holdMapping(settings).violations()).isEmpty();

        Difference difference = invariant.upgrade(settings);

        assertThat(described(difference))
                .containsExactlyInAnyOrder(
                        "drop constraint ck_genre of public.book",
                        "drop constraint ck_shelf of public.book",
                        "drop constraint ck_state of public.book",
                        "add constraint ck_genre to public.book",
                        "add constraint ck_shelf to public.book",
                        "add constraint ck_state to public.book");
        assertThat(invariant.real().query(CHECKS))
                .hasSize(4)
                .satisfiesOnlyOnce(check -> assertThat(check).contains("ck_state", "LOST"));
        invariant.real().execute("INSERT INTO book VALUES (2, 'LOST', 'ESSAY', 2, 1)");
    }

    @Test
    void typesThatAStringOrATimeDoesNotTellApartStay() {
        database(Library.TYPES);

        Invariant.Outcome outcome = invariant.holdMapping(model(Library.Reader.class));

        assertThat(outcome.violations()).isEmpty();
        assertThat(described(outcome.difference()))
                .containsExactly("change type of column public.reader.pin to character varying(8)");
        assertThat(outcome.difference().tolerated())
                .containsExactlyInAnyOrder(
                        new ToleratedRule(Tolerance.LENGTH, "reader.mail public.email"),
                        new ToleratedRule(Tolerance.LENGTH, "reader.login public.citext"),
                        new ToleratedRule(Tolerance.LENGTH, "reader.country character(2)"),
                        new ToleratedRule(Tolerance.LENGTH, "reader.fee public.amount"),
                        new ToleratedRule(Tolerance.TIME, "reader.opens time without time zone"),
                        new ToleratedRule(Tolerance.TIME, "reader.since timestamp(0) with time zone"));
    }

    @Test
    void aUniqueConstraintIsTheKeyOfAJoinTable() {
        database(Library.KEYS);

        Invariant.Outcome outcome = invariant.holdMapping(model(Library.Work.class, Library.Writer.class));

        assertThat(outcome.violations()).isEmpty();
        assertThat(described(outcome.difference())).isEmpty();
    }

    @Test
    void aUniqueIndexIsTheKeyOfAJoinTable() {
        database(Library.KEYS);
        invariant
                .real()
                .execute(
                        "ALTER TABLE work_writers DROP CONSTRAINT work_writers_writers_id_work_id_key",
                        "CREATE UNIQUE INDEX ux ON work_writers (work_id, writers_id)");

        Invariant.Outcome outcome = invariant.holdMapping(
                model(Library.Work.class, Library.Writer.class).withDropUnknown(true));

        assertThat(outcome.violations()).isEmpty();
        assertThat(described(outcome.difference())).isEmpty();
    }

    @Test
    void aUniqueConstraintOverNullsIsNoKey() {
        database(Library.KEYS);
        invariant.real().execute("ALTER TABLE work_writers ALTER writers_id DROP NOT NULL");

        Invariant.Outcome outcome = invariant.holdMapping(model(Library.Work.class, Library.Writer.class));

        assertThat(outcome.violations()).isEmpty();
        assertThat(described(outcome.difference())).contains("add constraint work_writers_pkey to public.work_writers");
    }

    @Test
    void columnsThatBecomeLargeObjectsKeepTheirContent() {
        database(Library.CONTENTS);
        List<String> rows = invariant.real().query("SELECT * FROM scan ORDER BY id");
        DiffSettings settings = model(Library.Scan.class);

        Difference difference = invariant.upgrade(settings);
        List<String> contents = invariant
                .real()
                .query("SELECT id, lo_get(page), convert_from(lo_get(text), 'UTF8'),"
                        + " convert_from(lo_get(note), 'UTF8') FROM scan ORDER BY id");
        invariant.downgrade(difference);

        assertThat(contents).isEqualTo(rows).hasSize(2);
        assertThat(invariant.real().query("SELECT * FROM scan ORDER BY id")).isEqualTo(rows);
        assertThat(notes(difference.upgrade()))
                .hasSize(3)
                .allMatch(note -> note.startsWith("Stores each value as a large object."));
        assertThat(notes(difference.downgrade())).allMatch(note -> note.startsWith("Reads the large object"));
    }

    @Test
    void defaultsFollowTheTypeOfTheirColumn() {
        database(Library.DEFAULTS);
        DiffSettings settings = model(Library.Page.class);
        assertThat(invariant.holdMapping(settings).violations()).isEmpty();

        Difference difference = invariant.upgrade(settings);
        invariant.real().execute("INSERT INTO page DEFAULT VALUES");

        assertThat(invariant.real().query("SELECT mood, number, hidden, tags, owner, code, size FROM page ORDER BY id"))
                .containsExactly("SAD|0|0|[]|7|x|1", "SAD|0|0|[]|null|x|1");
        assertThat(notes(difference.upgrade()))
                .contains(
                        "The constraints of public.code no longer apply to this column.",
                        "Converts the times in the time zone of the session, which is UTC unless retort.time-zone is set.");
        assertThat(notes(difference.downgrade())).contains("Fails if a value violates a constraint of public.code.");
    }

    @Test
    void viewsAreCreatedAgainOverRenamedTablesAndColumns() {
        database(Library.VIEWS);
        DiffSettings settings = model(Library.Lending.class);
        assertThat(invariant.holdMapping(settings).violations()).isEmpty();

        Difference difference = invariant.upgrade(settings);

        assertThat(described(difference))
                .contains("create view public.debtors", "create materialized view public.fees");
        assertThat(invariant.real().query("SELECT l.reader, d.total FROM open_loans l JOIN debtors d USING (reader)"))
                .containsExactly("Ann|2.00");
    }

    private static List<String> notes(List<AnnotatedOperation> changes) {
        return changes.stream().flatMap(change -> change.notes().stream()).toList();
    }
}
