/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.diff.Tolerance;
import dev.retort.diff.ToleratedRule;
import dev.retort.test.Invariant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities with fewer rules than their database. */
class AdoptedDatabaseTests extends EntityCase {

    @BeforeEach
    void adopt() {
        database(Warehouse.DATABASE);
    }

    @Test
    void findsNoDifferenceInWhatTheEntitiesDoNotState() {
        DiffSettings settings =
                model(Warehouse.Hall.class, Warehouse.Pallet.class, Warehouse.Tag.class, Warehouse.HallLoad.class);

        Invariant.Outcome outcome = invariant.holdMapping(settings);

        assertThat(described(outcome.difference())).isEmpty();
        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.difference().unknown())
                .extracting(Object::toString)
                .containsExactly("materialized view public.hall_names");
    }

    @Test
    void listsWhatItKeeps() {
        DiffSettings settings =
                model(Warehouse.Hall.class, Warehouse.Pallet.class, Warehouse.Tag.class, Warehouse.HallLoad.class);

        assertThat(invariant.holdMapping(settings).difference().tolerated())
                .contains(
                        new ToleratedRule(Tolerance.NOT_NULL, "pallet.code"),
                        new ToleratedRule(Tolerance.DEFAULT, "pallet.packed_at now()"),
                        new ToleratedRule(Tolerance.UNIQUE, "uq_hall_name on hall"),
                        new ToleratedRule(Tolerance.ON_DELETE, "pallet (hall_id) ON DELETE CASCADE"),
                        new ToleratedRule(Tolerance.INDEX, "ux_pallet_code on pallet"),
                        new ToleratedRule(Tolerance.PRIMARY_KEY, "pallet_tag_pkey on pallet_tag"),
                        new ToleratedRule(Tolerance.LENGTH, "hall.name character varying(80)"),
                        new ToleratedRule(Tolerance.LENGTH, "pallet.price numeric(12,4)"));
    }

    @Test
    void reportsWhichColumnsAViewLacksAndNeverReplacesIt() {
        DiffSettings settings =
                model(Warehouse.Hall.class, Warehouse.HallNames.class).withDropUnknown(false);

        Invariant.Outcome outcome = invariant.holdMapping(settings);

        assertThat(described(outcome.difference())).isEmpty();
        assertThat(outcome.difference().unsettled())
                .containsExactly(
                        "The entity of materialized view public.hall_names needs columns that it does not have:"
                                + " street. Change its query manually.");
    }

    @Test
    void marksNoRuleOfAnEntityOfAView() {
        Difference difference = invariant.upgrade(model(Warehouse.Hall.class, Warehouse.HallLoad.class));

        assertThat(difference.marks()).isNotEmpty().noneMatch(mark -> mark.contains("hall_load"));
    }

    @Test
    void keepsViewsOfEntitiesWhenTheUnknownIsDropped() {
        invariant.real().execute("CREATE TABLE scrap (id bigint PRIMARY KEY)");
        DiffSettings settings = model(
                        Warehouse.Hall.class, Warehouse.Pallet.class, Warehouse.Tag.class, Warehouse.HallLoad.class)
                .withDropUnknown(true);

        Invariant.Outcome outcome = invariant.holdMapping(settings);

        assertThat(described(outcome.difference()))
                .containsExactlyInAnyOrder(
                        "drop table public.scrap",
                        "drop constraint uq_hall_name of public.hall",
                        "drop index public.ux_pallet_code");
        assertThat(outcome.violations()).isEmpty();
    }
}
