/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values with several columns, or with a separate table. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable"})
final class Components {

    private Components() {}

    static final class Embeddables {

        static final class Before {
            @Embeddable
            static class Country {
                @Column(length = 2)
                String code;
            }

            @Embeddable
            static class Address {
                @Column(nullable = false, length = 80)
                String street;

                @Embedded
                Country country;
            }

            @Entity
            @Table(name = "company")
            static class Company {
                @Id
                long id;

                @Embedded
                Address seat;

                @AttributeOverride(name = "street", column = @Column(name = "postal_street", length = 60))
                @AttributeOverride(name = "country.code", column = @Column(name = "postal_country"))
                Address postal;
            }
        }

        static final class After {
            @Embeddable
            static class Country {
                @Column(length = 3)
                String code;
            }

            @Embeddable
            static class Address {
                @Column(nullable = false, length = 80)
                String street;

                String city;

                @Embedded
                Country country;
            }

            @Entity
            @Table(name = "company")
            static class Company {
                @Id
                long id;

                @Embedded
                Address seat;

                @AttributeOverride(
                        name = "street",
                        column = @Column(name = "postal_street", length = 90, nullable = false))
                @AttributeOverride(name = "city", column = @Column(name = "postal_city", unique = true))
                @AttributeOverride(name = "country.code", column = @Column(name = "postal_country", length = 3))
                Address postal;
            }
        }
    }

    static final class Elements {

        static final class Before {
            enum Kind {
                HOME,
                WORK
            }

            @Embeddable
            static class Phone {
                @Column(nullable = false)
                String number;

                Integer extension;
            }

            @Entity
            @Table(name = "person")
            static class Person {
                @Id
                long id;

                @ElementCollection
                @OrderColumn
                List<String> names;

                @ElementCollection
                List<String> bag;

                @ElementCollection
                @CollectionTable(
                        name = "person_tag",
                        joinColumns = @JoinColumn(name = "person", foreignKey = @ForeignKey(name = "fk_tag_person")))
                @Column(name = "tag", nullable = false, length = 30)
                Set<String> tags;

                @ElementCollection
                @MapKeyColumn(name = "kind", length = 20)
                Map<String, String> links;

                @ElementCollection
                @MapKeyEnumerated(EnumType.STRING)
                Map<Kind, Phone> phones;

                @ElementCollection
                @Enumerated(EnumType.STRING)
                Set<Kind> kinds;
            }
        }

        static final class After {
            enum Kind {
                HOME,
                WORK,
                OTHER
            }

            @Embeddable
            static class Phone {
                @Column(nullable = false)
                String number;

                @Column(nullable = false)
                String country;
            }

            @Entity
            @Table(name = "person")
            static class Person {
                @Id
                long id;

                @ElementCollection
                Set<String> names;

                @ElementCollection
                @OrderColumn(name = "place", nullable = false)
                List<String> bag;

                @ElementCollection
                @CollectionTable(
                        name = "person_tag",
                        joinColumns = @JoinColumn(name = "person_id", foreignKey = @ForeignKey(name = "fk_person")),
                        indexes = @Index(name = "ix_tag", columnList = "tag"),
                        uniqueConstraints =
                                @UniqueConstraint(
                                        name = "uq_tag",
                                        columnNames = {"person_id", "tag"}))
                @Column(name = "tag", nullable = false, length = 40)
                List<String> tags;

                @ElementCollection
                @MapKeyColumn(name = "kind", length = 30)
                Map<String, Integer> links;

                @ElementCollection
                @MapKeyEnumerated(EnumType.STRING)
                Map<Kind, Phone> phones;
            }
        }
    }

    static final class Secondary {

        static final class Before {
            @Entity
            @Table(name = "book")
            @SecondaryTable(name = "book_cover")
            static class Book {
                @Id
                long id;

                @Column(table = "book_cover")
                byte[] cover;

                String isbn;
            }
        }

        static final class After {
            @Entity
            @Table(name = "book")
            @SecondaryTable(
                    name = "book_cover",
                    pkJoinColumns = @PrimaryKeyJoinColumn(name = "book_id"),
                    foreignKey = @ForeignKey(name = "fk_cover_book"))
            @SecondaryTable(name = "book_text", indexes = @Index(columnList = "isbn"))
            static class Book {
                @Id
                long id;

                @Column(table = "book_cover", nullable = false)
                byte[] cover;

                @Column(table = "book_text", length = 13)
                String isbn;
            }
        }
    }
}
