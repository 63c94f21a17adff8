/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.test.Invariant;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Columns of arrays of enums. Hibernate states no check over the elements of an array. */
class EnumArrayTests extends EntityCase {

    enum State {
        OPEN,
        CLOSED,
        NULL
    }

    @Entity(name = "task")
    static class Numbers {
        @Id
        @Nullable
        Long id;

        State @Nullable [] states;

        @JdbcTypeCode(SqlTypes.ARRAY)
        @Nullable
        List<State> listed;

        @Enumerated
        @Nullable
        State single;

        @Enumerated
        @Nullable
        State last;
    }

    @Entity(name = "task")
    static class Names {
        @Id
        @Nullable
        Long id;

        @Enumerated(EnumType.STRING)
        @Column(length = 20)
        State @Nullable [] states;

        @JdbcTypeCode(SqlTypes.ARRAY)
        @Enumerated(EnumType.STRING)
        @Nullable
        Set<State> listed;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.ARRAY)
        @Nullable
        List<State> single;

        @Enumerated
        @JdbcTypeCode(SqlTypes.ARRAY)
        @Nullable
        List<State> last;
    }

    /** Named types of elements are stated by hand: Hibernate refuses {@code NAMED_ENUM} for an array. */
    @Entity(name = "task")
    static class NamedTypes {
        @Id
        @Nullable
        Long id;

        @Column(columnDefinition = "state[]")
        State @Nullable [] states;

        @Column(columnDefinition = "state[]")
        @JdbcTypeCode(SqlTypes.ARRAY)
        @Nullable
        List<State> listed;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        @Nullable
        State single;

        @Enumerated(EnumType.STRING)
        @Nullable
        State last;
    }

    private static final String NUMBERS = """
            CREATE TABLE task (id bigint PRIMARY KEY, states smallint[] NOT NULL DEFAULT '{1}' CHECK (states <@ '{0,1,2}'),
                listed smallint[] DEFAULT ARRAY[0, 1],
                single smallint DEFAULT 1 CHECK (single BETWEEN 0 AND 2), last smallint DEFAULT 0 CHECK (last BETWEEN 0 AND 2));
            INSERT INTO task VALUES (1, '{0,1}', '{}', 0, 1), (2, '{{2,0},{0,1}}', '{NULL}', NULL, NULL), (3, '{1,1}', '{2}', 2, 2);
            """;
    private static final String ROWS = "SELECT id, states, listed, single, last FROM task ORDER BY id";

    private static Difference holds(Class<?> model, String... converted) {
        List<String> rows = invariant.real().query(ROWS);
        DiffSettings settings = model(model);
        Invariant.Outcome outcome = invariant.holdMapping(settings);
        assertThat(outcome.violations()).isEmpty();

        Difference difference = invariant.upgrade(settings);
        invariant.real().execute("INSERT INTO task (id) VALUES (4)");
        assertThat(invariant.real().query(ROWS)).containsExactly(converted);
        invariant.real().execute("DELETE FROM task WHERE id = 4");
        invariant.downgrade(difference);
        assertThat(invariant.real().query(ROWS)).isEqualTo(rows);
        return difference;
    }

    private static List<String> notes(Difference difference) {
        return difference.upgrade().stream()
                .filter(change -> change.operation() instanceof AlterColumnType)
                .map(AnnotatedOperation::notes)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void ofNumbersAreFoundAsTheyAre() {
        database(NUMBERS);

        assertThat(described(invariant.upgrade(model(Numbers.class)))).isEmpty();
    }

    @Test
    void keepTheirConstantsWhenNumbersBecomeNames() {
        database(NUMBERS);

        Difference difference = holds(
                Names.class,
                "1|{OPEN,CLOSED}|{}|{OPEN}|{1}",
                "2|{{\"NULL\",OPEN},{OPEN,CLOSED}}|{NULL}|null|null",
                "3|{CLOSED,CLOSED}|{\"NULL\"}|{\"NULL\"}|{2}",
                "4|{CLOSED}|{OPEN,CLOSED}|{CLOSED}|{0}");

        assertThat(notes(difference))
                .hasSize(3)
                .containsOnly(
                        "Converts numbers and names of constants in their present order: 0 is OPEN, 1 is CLOSED, 2 is NULL.");
    }

    @Test
    void keepTheirConstantsWhenNamesBecomeNumbers() {
        database("""
                CREATE TABLE task (id bigint PRIMARY KEY, states varchar(20)[] DEFAULT '{CLOSED}', listed text[] DEFAULT ARRAY['OPEN'],
                    single varchar(20)[] DEFAULT '{OPEN}', last smallint[]);
                INSERT INTO task VALUES (1, '{OPEN,CLOSED}', '{}', '{CLOSED}', '{1}'), (2, NULL, '{NULL}', NULL, NULL);
                """);

        Difference difference = holds(Numbers.class, "1|{0,1}|{}|1|1", "2|null|{NULL}|null|null", "4|{1}|{0}|0|null");

        assertThat(notes(difference)).contains("Fails if an array has more than one element.");
    }

    @Test
    void becomeArraysOfANamedType() {
        database("CREATE TYPE state AS ENUM ('CLOSED', 'NULL', 'OPEN');" + NUMBERS);

        holds(
                NamedTypes.class,
                "1|{OPEN,CLOSED}|{}|OPEN|CLOSED",
                "2|{{\"NULL\",OPEN},{OPEN,CLOSED}}|{NULL}|null|null",
                "3|{CLOSED,CLOSED}|{\"NULL\"}|NULL|NULL",
                "4|{CLOSED}|{OPEN,CLOSED}|CLOSED|OPEN");
    }

    @Test
    void ofANamedTypeGetItsNewValues() {
        database("""
                CREATE TYPE mood AS ENUM ('CLOSED', 'OPEN', 'LOST');
                CREATE TABLE task (id bigint PRIMARY KEY, states mood[] NOT NULL DEFAULT '{CLOSED}', listed mood[], single mood, last varchar(255));
                CREATE INDEX task_states ON task USING gin (states);
                INSERT INTO task VALUES (1, '{OPEN,CLOSED}', '{}', 'OPEN', 'OPEN'), (2, '{}', '{NULL}', NULL, NULL);
                """);

        Difference difference = holds(
                NamedTypes.class, "1|{OPEN,CLOSED}|{}|OPEN|OPEN", "2|{}|{NULL}|null|null", "4|{CLOSED}|null|null|null");

        assertThat(difference.upgrade().stream().flatMap(change -> change.notes().stream()))
                .anySatisfy(note -> assertThat(note).startsWith("Fails if a row has the value 'LOST'"));
    }

    @Test
    void keepTheirChecks() {
        database("""
                CREATE TABLE task (id bigint PRIMARY KEY, states varchar(20)[] CONSTRAINT known CHECK (states <@ ARRAY['OPEN', 'CLOSED']::varchar[]),
                    listed varchar(255)[] CHECK ('OPEN' = ANY (listed)), single varchar(255)[] CHECK (single[1] IN ('OPEN', 'CLOSED')),
                    last smallint[] CHECK (last <@ '{0,1}'));
                INSERT INTO task VALUES (1, '{OPEN,CLOSED}', '{OPEN}', '{OPEN}', '{0}');
                """);
        DiffSettings settings = model(Names.class);

        assertThat(invariant.holdMapping(settings).violations()).isEmpty();
        assertThat(described(invariant.upgrade(settings))).isEmpty();
    }

    @Test
    void stayWithTheCastWhereAConverterStoresThem() {
        database("CREATE TABLE job (id bigint PRIMARY KEY, states smallint[])");

        assertThat(invariant.upgrade(model(Job.class)).upgrade())
                .extracting(AnnotatedOperation::operation)
                .filteredOn(AlterColumnType.class::isInstance)
                .singleElement()
                .satisfies(
                        change -> assertThat(((AlterColumnType) change).using()).isNull());
    }

    @Entity(name = "job")
    static class Job {
        @Id
        @Nullable
        Long id;

        @Convert(converter = StateCode.class)
        @Column(length = 20)
        State @Nullable [] states;
    }

    static final class StateCode implements AttributeConverter<State, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable State state) {
            return state == null ? null : state.name().substring(0, 1);
        }

        @Override
        public @Nullable State convertToEntityAttribute(@Nullable String code) {
            return List.of(State.values()).stream()
                    .filter(state -> state.name().substring(0, 1).equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }
}
