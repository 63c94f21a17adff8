/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Tolerance;
import dev.retort.test.Invariant;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of rules that mean the same in two forms: tolerated together, compared one by one. */
class StrictKindTests extends EntityCase {

    @BeforeEach
    void make() {
        database(StrictKinds.DATABASE);
    }

    private static DiffSettings settings() {
        return model(StrictKinds.Shelf.class, StrictKinds.Author.class, StrictKinds.Album.class);
    }

    @Test
    void findsNothingWhenAllAreTolerated() {
        assertThat(described(invariant.holdMapping(settings()).difference())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FOREIGN_KEY, drop constraint fk_album_author of public.album",
        "COLLATION, change type of column public.album.code",
        "LENGTH, change type of column public.album.title",
        "NAME, rename",
        "ENUM, create type public.mood",
        "SERIAL, change",
        "TIME, change type of column public.album.bought_at"
    })
    void isComparedAloneWhereItsKindIsStrict(Tolerance kind, String expected) {
        DiffSettings settings = settings();

        Invariant.Outcome outcome = invariant.holdMapping(
                settings.withContext(settings.context().tolerating(EnumSet.complementOf(EnumSet.of(kind)))));

        assertThat(outcome.violations()).isEmpty();
        assertThat(described(outcome.difference())).anyMatch(change -> change.startsWith(expected));
        assertThat(outcome.difference().tolerated()).noneMatch(rule -> rule.kind() == kind);
    }
}
