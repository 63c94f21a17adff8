/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;

/** References with a join table or with explicit target columns. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable"})
final class JoinTables {

    private JoinTables() {}

    static final class Many {

        static final class Before {
            @Entity
            @Table(name = "shelf")
            static class Shelf {
                @Id
                long id;
            }

            @Entity
            @Table(name = "book")
            static class Book {
                @Id
                long id;

                @ManyToMany
                Set<Shelf> shelves;

                @OneToMany
                @JoinColumn(name = "book_id")
                @OrderColumn(name = "place")
                List<Page> pages;

                @OneToMany
                List<Copy> copies;

                @ManyToMany
                Set<Book> similar;
            }

            @Entity
            @Table(name = "page")
            static class Page {
                @Id
                long id;
            }

            @Entity
            @Table(name = "copy")
            static class Copy {
                @Id
                long id;

                String shop;
            }
        }

        static final class After {
            @Entity
            @Table(name = "shelf")
            static class Shelf {
                @Id
                long id;
            }

            @Entity
            @Table(name = "book")
            static class Book {
                @Id
                long id;

                @ManyToMany
                @JoinTable(
                        name = "book_on_shelf",
                        joinColumns = @JoinColumn(name = "book"),
                        inverseJoinColumns = @JoinColumn(name = "shelf"),
                        foreignKey = @ForeignKey(name = "fk_on_shelf_book"),
                        inverseForeignKey = @ForeignKey(name = "fk_on_shelf_shelf"),
                        indexes = @Index(name = "ix_on_shelf", columnList = "shelf"),
                        uniqueConstraints =
                                @UniqueConstraint(
                                        name = "uq_on_shelf",
                                        columnNames = {"shelf", "book"}))
                List<Shelf> shelves;

                @OneToMany(mappedBy = "book")
                List<Page> pages;

                @OneToMany
                @MapKey(name = "shop")
                Map<String, Copy> copies;

                @ManyToMany
                @MapKeyJoinColumn(name = "reason_id")
                Map<Shelf, Book> similar;
            }

            @Entity
            @Table(name = "page")
            static class Page {
                @Id
                long id;

                @ManyToOne(optional = false)
                Book book;
            }

            @Entity
            @Table(name = "copy")
            static class Copy {
                @Id
                long id;

                String shop;
            }
        }
    }

    static final class Anything {

        static final class Before {
            @Entity
            @Table(name = "card")
            static class Card {
                @Id
                long id;
            }

            @Entity
            @Table(name = "payment")
            static class Payment {
                @Id
                long id;

                @Any
                @AnyKeyJavaClass(Long.class)
                @AnyDiscriminatorValue(discriminator = "CARD", entity = Card.class)
                @Column(name = "means_kind", length = 10)
                @JoinColumn(name = "means_id")
                Object means;
            }
        }

        static final class After {
            @Entity
            @Table(name = "card")
            static class Card {
                @Id
                long id;
            }

            @Entity
            @Table(name = "payment")
            static class Payment {
                @Id
                long id;

                @Any(optional = false)
                @AnyKeyJavaClass(Long.class)
                @AnyDiscriminatorValue(discriminator = "CARD", entity = Card.class)
                @Column(name = "means_kind", length = 12)
                @JoinColumn(name = "means_id", nullable = false)
                Object means;
            }
        }
    }
}
