/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.test.Invariant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Columns of enums that change between the numbers of the constants and their names. */
class OrdinalEnumTests extends EntityCase {

    private static final String DATABASE = """
            CREATE TABLE task (id bigint PRIMARY KEY, state smallint NOT NULL DEFAULT 1 CHECK (state IN (0, 1)),
                level integer DEFAULT 0, kind varchar(20) DEFAULT 'SMALL');
            INSERT INTO task VALUES (1, 0, 1, 'LARGE'), (2, 1, NULL, NULL);
            """;

    enum State {
        OPEN,
        CLOSED
    }

    enum Level {
        LOW,
        HIGH
    }

    enum Kind {
        SMALL,
        LARGE
    }

    @Entity(name = "task")
    static class Task {
        @Id
        @Nullable
        Long id;

        @Enumerated(EnumType.STRING)
        @Column(length = 20)
        @Nullable
        State state;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        @Nullable
        Level level;

        @Enumerated
        @Nullable
        Kind kind;
    }

    @Test
    void keepTheirConstants() {
        database(DATABASE);
        List<String> rows = invariant.real().query("SELECT * FROM task ORDER BY id");
        DiffSettings settings = model(Task.class);
        Invariant.Outcome outcome = invariant.holdMapping(settings);
        assertThat(outcome.violations()).isEmpty();

        Difference difference = invariant.upgrade(settings);
        invariant.real().execute("INSERT INTO task (id) VALUES (3)");
        List<String> converted = invariant.real().query("SELECT id, state, level, kind FROM task ORDER BY id");
        invariant.real().execute("DELETE FROM task WHERE id = 3");
        invariant.downgrade(difference);

        assertThat(converted).containsExactly("1|OPEN|HIGH|1", "2|CLOSED|null|null", "3|CLOSED|LOW|0");
        assertThat(invariant.real().query("SELECT * FROM task ORDER BY id")).isEqualTo(rows);
        assertThat(difference.upgrade().stream().map(AnnotatedOperation::notes).flatMap(List::stream))
                .contains("Converts numbers and names of constants in their present order: 0 is OPEN, 1 is CLOSED.");
    }

    @Test
    void stopAtANumberThatIsNoConstant() {
        database(DATABASE);
        invariant.real().execute("UPDATE task SET level = 7 WHERE id = 1");

        assertThat(invariant.holdMapping(model(Task.class)).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation).contains("invalid input value for enum level: \"7\""));
    }
}
