/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Enumerations in all their representations, and arrays. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable"})
final class Enumerations {

    private Enumerations() {}

    static final class Values {

        static final class Before {
            enum Mood {
                SAD,
                OK
            }

            enum Size {
                SMALL,
                LARGE
            }

            @Entity
            @Table(name = "enumerations")
            static class Enumerating {
                @Id
                long id;

                @Enumerated(EnumType.ORDINAL)
                Mood ordinal;

                @Enumerated(EnumType.STRING)
                @ColumnDefault("'OK'")
                Mood text;

                @JdbcTypeCode(SqlTypes.NAMED_ENUM)
                @ColumnDefault("'OK'")
                Mood named;

                @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
                Size sized;

                @Column(columnDefinition = "varchar(5)")
                @Enumerated(EnumType.STRING)
                Mood defined;
            }
        }

        static final class After {
            enum Mood {
                SAD,
                OK,
                HAPPY
            }

            enum Size {
                SMALL,
                MIDDLE,
                LARGE
            }

            enum Colour {
                RED
            }

            @Entity
            @Table(name = "enumerations")
            static class Enumerating {
                @Id
                long id;

                @Enumerated(EnumType.ORDINAL)
                Mood ordinal;

                @Enumerated(EnumType.STRING)
                @ColumnDefault("'HAPPY'")
                Mood text;

                @JdbcTypeCode(SqlTypes.NAMED_ENUM)
                @ColumnDefault("'OK'")
                Mood named;

                @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
                Size sized;

                @Enumerated(EnumType.STRING)
                Mood defined;

                @JdbcTypeCode(SqlTypes.NAMED_ENUM)
                Colour colour;
            }
        }
    }

    static final class Representations {

        static final class Before {
            enum State {
                NEW,
                DONE
            }

            @Entity
            @Table(name = "representations")
            static class Represented {
                @Id
                long id;

                @Enumerated(EnumType.STRING)
                State toNamed;

                @Enumerated(EnumType.ORDINAL)
                State toText;

                @JdbcTypeCode(SqlTypes.NAMED_ENUM)
                State toPlain;
            }
        }

        static final class After {
            enum State {
                NEW,
                DONE
            }

            @Entity
            @Table(name = "representations")
            static class Represented {
                @Id
                long id;

                @JdbcTypeCode(SqlTypes.NAMED_ENUM)
                State toNamed;

                @Enumerated(EnumType.STRING)
                State toText;

                @Enumerated(EnumType.STRING)
                State toPlain;
            }
        }
    }

    static final class Arrays {

        static final class Before {
            enum Mood {
                SAD,
                OK
            }

            @Entity
            @Table(name = "arrays")
            static class Arrayed {
                @Id
                long id;

                List<String> texts;
                int[] numbers;
                Set<UUID> uuids;
                Mood[] moods;

                @JdbcTypeCode(SqlTypes.NAMED_ENUM)
                Mood single;

                @Array(length = 3)
                List<Integer> limited;
            }
        }

        static final class After {
            enum Mood {
                SAD,
                OK,
                HAPPY
            }

            @Entity
            @Table(name = "arrays")
            static class Arrayed {
                @Id
                long id;

                @Column(length = 20)
                List<String> texts;

                long[] numbers;

                @Column(nullable = false)
                Set<UUID> uuids;

                Mood[] moods;

                @JdbcTypeCode(SqlTypes.NAMED_ENUM)
                Mood single;

                List<BigDecimal> added;
            }
        }
    }
}
