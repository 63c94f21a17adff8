/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** References from one table straight to another. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable"})
final class Associations {

    private Associations() {}

    static final class Direct {

        static final class Before {
            @Entity
            @Table(name = "author")
            static class Author {
                @Id
                long id;

                @Column(unique = true, nullable = false)
                String code;
            }

            @Entity
            @Table(name = "book")
            static class Book {
                @Id
                long id;

                @ManyToOne(optional = false)
                @OnDelete(action = OnDeleteAction.CASCADE)
                Author author;

                @ManyToOne
                @JoinColumn(name = "editor_id", foreignKey = @ForeignKey(name = "fk_book_editor"))
                Author editor;

                @ManyToOne
                @JoinColumn(name = "reader_code", referencedColumnName = "code")
                Author reader;

                @ManyToOne
                @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
                Author translator;

                @OneToOne(fetch = FetchType.LAZY)
                Book sequel;
            }
        }

        static final class After {
            @Entity
            @Table(name = "author")
            static class Author {
                @Id
                long id;

                @Column(unique = true, nullable = false)
                String code;
            }

            @Entity
            @Table(name = "book", indexes = @Index(name = "ix_book_author", columnList = "author_id"))
            static class Book {
                @Id
                long id;

                @ManyToOne
                @OnDelete(action = OnDeleteAction.SET_NULL)
                Author author;

                @ManyToOne
                @JoinColumn(name = "editor_id", foreignKey = @ForeignKey(name = "fk_editor"))
                Author editor;

                @ManyToOne
                @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
                Author reader;

                @ManyToOne
                Author translator;

                @ManyToOne
                Book sequel;

                @ManyToOne
                @JoinColumn(
                        foreignKey =
                                @ForeignKey(
                                        name = "fk_defined",
                                        foreignKeyDefinition =
                                                "foreign key (shop_id) references author on delete restrict"
                                                        + " deferrable initially deferred"))
                Author shop;
            }
        }
    }

    static final class Cyclic {

        static final class Before {
            @Entity
            @Table(name = "employee")
            static class Employee {
                @Id
                long id;

                @ManyToOne
                Employee boss;

                @ManyToOne
                Department department;
            }

            @Entity
            @Table(name = "department")
            static class Department {
                @Id
                long id;

                @OneToOne
                Employee head;
            }
        }

        static final class After {
            @Entity
            @Table(name = "employee")
            static class Employee {
                @Id
                int id;

                @ManyToOne
                Employee boss;

                @ManyToMany
                Set<Department> departments;
            }

            @Entity
            @Table(name = "department")
            static class Department {
                @Id
                int id;

                @OneToOne
                Employee head;

                @ManyToOne
                Department parent;
            }
        }
    }
}
