/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DiscriminatorFormula;

/** Classes that extend others. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable"})
final class Hierarchies {

    private Hierarchies() {}

    static final class SingleTable {

        static final class Before {
            @Entity
            @Table(name = "vehicle")
            abstract static class Vehicle {
                @Id
                long id;
            }

            @Entity
            static class Car extends Vehicle {
                int doors;
            }

            @Entity
            @Table(name = "by_number")
            @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
            @DiscriminatorValue("1")
            static class ByNumber {
                @Id
                long id;
            }

            @Entity
            @DiscriminatorValue("2")
            static class Second extends ByNumber {
                String text;
            }

            @Entity
            @Table(name = "by_formula")
            @DiscriminatorFormula("case when size > 3 then 'Large' else 'ByFormula' end")
            static class ByFormula {
                @Id
                long id;

                int size;
            }

            @Entity
            static class Large extends ByFormula {}
        }

        static final class After {
            @Entity
            @Table(name = "vehicle")
            @DiscriminatorColumn(length = 20)
            abstract static class Vehicle {
                @Id
                long id;
            }

            @Entity
            static class Car extends Vehicle {
                int doors;
            }

            @Entity
            static class Bicycle extends Vehicle {
                @Column(nullable = false)
                int gears;
            }

            @Entity
            @Table(name = "by_number")
            @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.CHAR)
            @DiscriminatorValue("A")
            static class ByNumber {
                @Id
                long id;
            }

            @Entity
            @DiscriminatorValue("B")
            static class Second extends ByNumber {
                String text;
            }

            @Entity
            @DiscriminatorValue("C")
            static class Third extends ByNumber {}

            @Entity
            @Table(name = "by_formula")
            static class ByFormula {
                @Id
                long id;

                int size;
            }

            @Entity
            static class Large extends ByFormula {}
        }
    }

    static final class Joined {

        static final class Before {
            @Entity
            @Table(name = "document")
            @Inheritance(strategy = InheritanceType.JOINED)
            static class Document {
                @Id
                long id;

                String title;
            }

            @Entity
            @Table(name = "letter")
            static class Letter extends Document {
                String recipient;
            }
        }

        static final class After {
            @Entity
            @Table(name = "document")
            @Inheritance(strategy = InheritanceType.JOINED)
            @DiscriminatorColumn(name = "kind")
            static class Document {
                @Id
                long id;
            }

            @Entity
            @Table(name = "letter")
            @PrimaryKeyJoinColumn(name = "document_id", foreignKey = @ForeignKey(name = "fk_letter_document"))
            static class Letter extends Document {
                String title;
                String recipient;
            }

            @Entity
            @Table(name = "invoice")
            static class Invoice extends Document {
                @ManyToOne
                Letter letter;
            }
        }
    }

    static final class TablePerClass {

        static final class Before {
            @Entity
            @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
            abstract static class Shape {
                @Id
                @GeneratedValue
                Long id;

                String colour;
            }

            @Entity
            @Table(name = "circle")
            static class Circle extends Shape {
                double radius;
            }
        }

        static final class After {
            @Entity
            @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
            abstract static class Shape {
                @Id
                @GeneratedValue
                Long id;

                @Column(nullable = false, length = 20)
                String colour;
            }

            @Entity
            @Table(name = "circle")
            static class Circle extends Shape {
                double radius;
            }

            @Entity
            @Table(name = "square")
            static class Square extends Shape {
                double side;
            }
        }
    }

    static final class Superclasses {

        static final class Before {
            @MappedSuperclass
            abstract static class Dated {
                @Id
                @GeneratedValue
                Long id;

                Instant created;
            }

            @Entity
            @Table(name = "first")
            static class First extends Dated {}

            @Entity
            @Table(name = "second")
            static class Second extends Dated {
                String text;
            }
        }

        static final class After {
            @MappedSuperclass
            abstract static class Dated {
                @Id
                @GeneratedValue
                Long id;

                @Column(nullable = false)
                Instant created;

                String createdBy;
            }

            @Entity
            @Table(name = "first")
            static class First extends Dated {}

            @Entity
            @Table(name = "second")
            static class Second extends Dated {
                String text;
            }
        }
    }
}
