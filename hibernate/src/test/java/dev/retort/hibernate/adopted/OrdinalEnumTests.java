/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.test.Invariant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Type;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;
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

    @Test
    void stayWithTheCastWhereAUserTypeStoresOtherNumbers() {
        database("CREATE TABLE job (id bigint PRIMARY KEY, level varchar(20))");

        assertThat(invariant.upgrade(model(Job.class)).upgrade())
                .extracting(AnnotatedOperation::operation)
                .filteredOn(AlterColumnType.class::isInstance)
                .singleElement()
                .satisfies(
                        change -> assertThat(((AlterColumnType) change).using()).doesNotContain("CASE"));
    }

    @Entity(name = "job")
    static class Job {
        @Id
        @Nullable
        Long id;

        @Type(LevelNumber.class)
        @Nullable
        Level level;
    }

    /** Stores 10 and 20: ordinals on purpose. */
    @SuppressWarnings("EnumOrdinal")
    static final class LevelNumber implements UserType<Level> {
        @Override
        public int getSqlType() {
            return SqlTypes.INTEGER;
        }

        @Override
        public Class<Level> returnedClass() {
            return Level.class;
        }

        @Override
        public @Nullable Level nullSafeGet(ResultSet rows, int position, WrapperOptions options) throws SQLException {
            int number = rows.getInt(position);
            return rows.wasNull() ? null : Level.values()[number / 10 - 1];
        }

        @Override
        public void nullSafeSet(
                PreparedStatement statement, @Nullable Level value, int position, WrapperOptions options)
                throws SQLException {
            statement.setObject(position, value == null ? null : (value.ordinal() + 1) * 10, getSqlType());
        }

        @Override
        public Level deepCopy(Level value) {
            return value;
        }

        @Override
        public boolean isMutable() {
            return false;
        }
    }
}
