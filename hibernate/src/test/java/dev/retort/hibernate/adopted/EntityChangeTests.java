/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.Difference;
import dev.retort.test.Invariant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes of entities beside databases with rules that the entities do not state. */
class EntityChangeTests extends EntityCase {

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(HandMadeKeys.Collections.class, List.of("create table public.asset_note")),
                Arguments.of(
                        HandMadeHierarchies.JoinedTables.class,
                        List.of("add column public.payment.version", "create table public.bank_payment")),
                Arguments.of(HandMadeHierarchies.OneTable.class, List.of("add column public.vehicle.load_t")),
                Arguments.of(HandMadeKeys.EmbeddedKeys.class, List.of("add column public.line.flags")),
                Arguments.of(
                        HandMadeRows.Documents.class,
                        List.of(
                                "add column public.document.tags",
                                "add column public.document.text",
                                "add column public.document.former_id")),
                Arguments.of(
                        HandMadeRows.Tenants.class,
                        List.of("add column public.member.deleted", "add column public.member.tenant")),
                Arguments.of(HandMadeHierarchies.SecondTables.class, List.of("create table public.article_text")),
                Arguments.of(
                        HandMadeKeys.AuditTables.class,
                        List.of("add column public.item.size", "add column public.item_aud.size")));
    }

    private static Class<?>[] entities(Class<?> kind, String which) {
        return Arrays.stream(kind.getDeclaredClasses())
                .filter(holder -> holder.getSimpleName().equals(which))
                .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()))
                .sorted(Comparator.comparing(Class::getName))
                .toArray(Class<?>[]::new);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesWhatTheEntitiesChangeAndLeavesTheRest(Class<?> kind, List<String> expected) throws Exception {
        database(Objects.requireNonNull(
                (String) kind.getDeclaredField("DATABASE").get(null)));
        Difference first =
                invariant.holdMapping(model(entities(kind, "Before"))).difference();
        assertThat(described(first)).noneMatch(change -> change.startsWith("drop") || change.contains("table"));

        Invariant.Outcome outcome = invariant.holdMapping(model(entities(kind, "After")));

        assertThat(outcome.violations()).isEmpty();
        assertThat(described(outcome.difference()))
                .containsAll(expected)
                .noneMatch(change -> change.startsWith("drop column") || change.startsWith("drop table"));
        assertThat(outcome.difference().unsettled()).isEmpty();
    }
}
