/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.diff.Tolerance;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.test.Invariant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that entities no longer state are dropped; manually created ones are kept. */
class WithdrawnRuleTests extends EntityCase {

    private static final Class<?>[] STATED = {Withdrawn.Stated.Owner.class, Withdrawn.Stated.Pet.class};
    private static final Class<?>[] PLAIN = {Withdrawn.Plain.Owner.class, Withdrawn.Plain.Pet.class};

    @BeforeEach
    void make() {
        database(Withdrawn.DATABASE);
    }

    private static Difference stated() {
        Invariant.Outcome outcome = invariant.holdMapping(model(STATED));
        assertThat(outcome.violations()).isEmpty();
        return outcome.difference();
    }

    @Test
    void marksAllThatModelAndDatabaseHaveAtFirstContact() {
        Difference first = stated();

        assertThat(described(first)).isEmpty();
        assertThat(first.tolerated()).isEmpty();
        assertThat(first.marks())
                .containsExactly(
                        "+ check pet (legs >= 0)",
                        "+ default pet.legs",
                        "+ foreign key pet.owner_id",
                        "+ foreign key pet_toys.pet_id",
                        "+ index pet (born)",
                        "+ not null pet.name",
                        "+ on delete pet.owner_id",
                        "+ primary key pet_toys (pet_id, toys)",
                        "+ unique pet (born, race)",
                        "+ unique pet (chip)",
                        "+ unique pet (owner_id)");
    }

    @Test
    void staysWithoutAMark() {
        Invariant.Outcome outcome = invariant.holdMapping(model(PLAIN));

        assertThat(described(outcome.difference())).isEmpty();
        assertThat(outcome.difference().tolerated()).hasSize(10);
    }

    /** {@code --strict} and {@code retort.autogenerate.tolerate} name single kinds; the others stay tolerated. */
    @ParameterizedTest
    @CsvSource({
        "NOT_NULL, make column public.pet.name nullable",
        "DEFAULT, change default of column public.pet.legs",
        "UNIQUE, drop constraint pet_chip_key of public.pet",
        "PRIMARY_KEY, drop constraint pet_toys_pkey of public.pet_toys",
        "ON_DELETE, add constraint pet_owner_id_fkey to public.pet",
        "INDEX, drop index public.ix_pet_born",
        "CHECK, drop constraint ck_legs of public.pet"
    })
    void isComparedAloneWhereItsKindIsStrict(Tolerance kind, String expected) {
        DiffSettings settings = model(PLAIN);
        Set<Tolerance> others = EnumSet.complementOf(EnumSet.of(kind));

        Invariant.Outcome outcome =
                invariant.holdMapping(settings.withContext(settings.context().tolerating(others)));

        assertThat(outcome.violations()).isEmpty();
        assertThat(described(outcome.difference())).contains(expected).hasSizeLessThanOrEqualTo(3);
        assertThat(outcome.difference().tolerated()).isNotEmpty().noneMatch(rule -> rule.kind() == kind);
    }

    @Test
    void goesWithAMarkAndNamesTheRevision() {
        String[] begun = begun(stated());
        DiffSettings settings = after(model(PLAIN), "a1", begun);

        Invariant.Outcome outcome = invariant.holdMapping(settings);

        assertThat(outcome.violations()).isEmpty();
        assertThat(described(outcome.difference()))
                .containsExactlyInAnyOrder(
                        "drop constraint ck_legs of public.pet",
                        "change default of column public.pet.legs",
                        "drop index public.ix_pet_born",
                        "make column public.pet.name nullable",
                        "drop constraint pet_owner_id_fkey of public.pet",
                        "add constraint pet_owner_id_fkey to public.pet",
                        "drop constraint pet_toys_pkey of public.pet_toys",
                        "make column public.pet_toys.toys nullable",
                        "drop constraint uq_race of public.pet",
                        "drop constraint pet_chip_key of public.pet",
                        "drop constraint pet_owner_id_key of public.pet");
        assertThat(outcome.difference().upgrade().stream()
                        .filter(change -> !change.operation().describe().startsWith("add constraint")))
                .allMatch(WithdrawnRuleTests::namesTheRevision);
        assertThat(outcome.difference().marks()).contains("- unique pet (chip)", "- on delete pet.owner_id");
        assertThat(outcome.difference().tolerated()).isEmpty();
    }

    private static boolean namesTheRevision(AnnotatedOperation change) {
        return change.notes().contains("The entities no longer state this; revision a1 stated it.");
    }

    @Test
    void goesAlthoughItsTableAndColumnAreRenamedInTheSameScript() {
        String[] begun = begun(stated());
        DiffSettings settings = after(model(Withdrawn.Renamed.Animal.class), "a1", begun);

        Invariant.Outcome outcome = invariant.holdMapping(settings);

        assertThat(outcome.violations()).isEmpty();
        assertThat(described(outcome.difference()))
                .contains("rename table public.pet to animal", "drop constraint pet_chip_key of public.animal");
        assertThat(outcome.difference().marks())
                .contains("~ pet animal", "~ animal.chip animal.number", "- unique animal (number)");
    }

    @Test
    void leavesWhatAPersonMadeBesideWhatGoes() {
        String[] begun = begun(stated());
        invariant
                .real()
                .execute(
                        "CREATE UNIQUE INDEX ux_by_hand ON pet (name, race)",
                        "UPDATE pet SET race = 'collie'",
                        "ALTER TABLE pet ALTER race SET NOT NULL");

        Invariant.Outcome outcome = invariant.holdMapping(after(model(PLAIN), "a1", begun));

        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.difference().tolerated())
                .extracting(Object::toString)
                .containsExactly(
                        "ToleratedRule[kind=NOT_NULL, what=pet.race]",
                        "ToleratedRule[kind=INDEX, what=ux_by_hand on pet]");
    }
}
