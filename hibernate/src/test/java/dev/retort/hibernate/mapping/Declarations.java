/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

/** Declarations of tables and columns besides their types. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable", "deprecation"})
final class Declarations {

    private Declarations() {}

    static final class Checks {

        static final class Before {
            @Entity
            @Table(name = "priced", check = @CheckConstraint(name = "ck_range", constraint = "low < high"))
            @Check(name = "ck_low", constraints = "low >= 0 and low is not null")
            static class Priced {
                @Id
                long id;

                int low;
                int high;

                @Column(check = @CheckConstraint(name = "ck_code", constraint = "code ~ '^[A-Z]+$'"))
                String code;

                @Check(constraints = "state in ('a', 'b')")
                String state;
            }
        }

        static final class After {
            @Entity
            @Table(name = "priced", check = @CheckConstraint(name = "ck_range", constraint = "low <= high"))
            @Check(name = "ck_high", constraints = "high > 0")
            static class Priced {
                @Id
                long id;

                int low;
                int high;

                @Column(check = @CheckConstraint(name = "ck_code", constraint = "code ~ '^[a-z''%]+$'"))
                String code;

                @Check(constraints = "state in ('a', 'b', 'c')")
                String state;
            }
        }
    }

    static final class Defaults {

        static final class Before {
            @Entity
            @Table(name = "defaulted")
            static class Defaulted {
                @Id
                long id;

                @ColumnDefault("1.5")
                BigDecimal number;

                @ColumnDefault("'it''s'")
                String text;

                @ColumnDefault("current_timestamp")
                Instant at;

                @ColumnDefault("gen_random_uuid()")
                java.util.UUID uuid;

                boolean gets;
            }
        }

        static final class After {
            @Entity
            @Table(name = "defaulted")
            static class Defaulted {
                @Id
                long id;

                @ColumnDefault("2.50")
                BigDecimal number;

                String text;

                @ColumnDefault("now() + interval '1 day'")
                Instant at;

                @ColumnDefault("gen_random_uuid()")
                @Column(nullable = false)
                java.util.UUID uuid;

                @ColumnDefault("false")
                boolean gets;
            }
        }
    }

    static final class Comments {

        static final class Before {
            @Entity
            @Table(name = "described", comment = "What it is; or was")
            static class Described {
                @Id
                long id;

                @Comment("someone''s -- words")
                String words;

                @Column(comment = "gone later")
                String other;
            }
        }

        static final class After {
            @Entity
            @Table(name = "described")
            @Comment("Another\nline")
            static class Described {
                @Id
                @Comment("key \\ and $tag$")
                long id;

                @Comment("someone''s /* words */")
                String words;

                String other;
            }
        }
    }

    static final class Indexes {

        static final class Before {
            @Entity
            @Table(
                    name = "indexed",
                    indexes = {
                        @Index(name = "ix_one", columnList = "one"),
                        @Index(name = "ix_two", columnList = "one DESC, two ASC"),
                        @Index(name = "ux_two", columnList = "two", unique = true),
                        @Index(columnList = "three")
                    },
                    uniqueConstraints = {
                        @UniqueConstraint(
                                name = "uq_one_two",
                                columnNames = {"one", "two"}),
                        @UniqueConstraint(columnNames = {"three", "one"})
                    })
            static class Indexed {
                @Id
                long id;

                String one;

                int two;

                @Column(unique = true)
                String three;
            }
        }

        static final class After {
            @Entity
            @Table(
                    name = "indexed",
                    indexes = {
                        @Index(name = "ix_first", columnList = "one"),
                        @Index(name = "ix_two", columnList = "one DESC, two DESC"),
                        @Index(name = "ux_two", columnList = "two, three", unique = true)
                    },
                    uniqueConstraints =
                            @UniqueConstraint(
                                    name = "uq_one_two",
                                    columnNames = {"two", "one"}))
            static class Indexed {
                @Id
                long id;

                String one;

                @Column(unique = true)
                int two;

                String three;
            }
        }
    }
}
