/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Set;
import org.hibernate.envers.Audited;

/** Names that need quotes, are too long, or are in another schema; and the tables of Envers. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable", "JavaTimeDefaultTimeZone"})
final class Names {

    private static final String LONG_TABLE =
            "a_table_whose_name_is_longer_than_the_sixty_three_letters_that_postgresql_keeps";
    private static final String LONG_COLUMN =
            "a_column_whose_name_is_longer_than_the_sixty_three_letters_that_postgresql_keeps";

    private Names() {}

    static final class Quoted {

        static final class Before {
            @Entity
            @Table(name = "`Order`", indexes = @Index(name = "ix_Order", columnList = "`from`"))
            static class Order {
                @Id
                long id;

                @Column(name = "`Mixed Case`")
                String mixed;

                @Column(name = "`from`")
                String from;

                @Column(name = "`quo''te`")
                String quote;
            }
        }

        static final class After {
            @Entity
            @Table(
                    name = "`Order`",
                    uniqueConstraints = @UniqueConstraint(name = "`Uq Order`", columnNames = "`Mixed Case`"))
            static class Order {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order")
                @SequenceGenerator(name = "order", sequenceName = "`Order Ids`")
                long id;

                @Column(name = "`Mixed Case`", length = 10)
                String mixed;

                @Column(name = "`from`", nullable = false)
                String from;

                @ManyToOne
                @JoinColumn(name = "`select`")
                Order select;
            }
        }
    }

    static final class TooLong {

        static final class Before {
            @Entity
            @Table(name = LONG_TABLE)
            static class Long_ {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                Long id;

                @Column(name = LONG_COLUMN, unique = true)
                String column;
            }
        }

        static final class After {
            @Entity
            @Table(name = LONG_TABLE)
            static class Long_ {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "long")
                @SequenceGenerator(
                        name = "long",
                        sequenceName = "the_sequence_of_a_table_whose_name_is_longer_than_the_sixty_three_letters")
                Long id;

                @Column(name = LONG_COLUMN, length = 30, nullable = false)
                String column;

                @ManyToMany
                @JoinTable(name = "and_another_table_whose_name_is_longer_than_the_sixty_three_letters")
                Set<Long_> others;
            }
        }
    }

    static final class Schemas {

        static final class Before {
            @Entity
            @Table(name = "author")
            static class Author {
                @Id
                @GeneratedValue
                Long id;
            }

            @Entity
            @Table(name = "book", schema = "library")
            static class Book {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "book_ids")
                @SequenceGenerator(name = "book_ids", schema = "library", sequenceName = "book_ids")
                Long id;

                @ManyToOne
                Author author;
            }

            @Entity
            @Table(name = "kept", schema = "`Other Place`")
            static class Kept {
                @Id
                Long id;
            }
        }

        static final class After {
            @Entity
            @Table(name = "author")
            static class Author {
                @Id
                @GeneratedValue
                Long id;
            }

            @Entity
            @Table(name = "book", schema = "library")
            static class Book {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                Long id;

                @ManyToMany
                @JoinTable(schema = "`Other Place`", name = "authors")
                Set<Author> authors;
            }

            @Entity
            @Table(name = "shelf", schema = "library")
            static class Shelf {
                @Id
                Long id;

                @ManyToOne
                Book book;
            }
        }
    }

    static final class Envers {

        static final class Before {
            @Entity
            @Table(name = "audited")
            @Audited
            static class Seen {
                @Id
                @GeneratedValue
                Long id;

                String text;
            }
        }

        static final class After {
            @Entity
            @Table(name = "audited")
            @Audited
            static class Seen {
                @Id
                @GeneratedValue
                Long id;

                @Column(length = 1000)
                String text;

                @ManyToMany
                Set<Seen> others;
            }
        }
    }
}
