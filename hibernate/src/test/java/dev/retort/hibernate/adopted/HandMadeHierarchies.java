/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Entities of several tables before and after a change, on databases that a user made. */
@SuppressWarnings("SameNameButDifferent")
public final class HandMadeHierarchies {

    private HandMadeHierarchies() {}

    /** Joined inheritance. */
    static final class JoinedTables {

        private JoinedTables() {}

        static final String DATABASE = """
            CREATE TABLE payment (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, amount numeric(12, 2) NOT NULL CHECK (amount > 0), paid_at timestamptz);
            CREATE TABLE card_payment (id bigint PRIMARY KEY REFERENCES payment (id) ON DELETE CASCADE, pan varchar(19) NOT NULL);
            CREATE INDEX payment_paid_ix ON payment (paid_at DESC) WHERE paid_at IS NOT NULL;
            INSERT INTO payment (amount) VALUES (3);
            INSERT INTO card_payment VALUES (1, '42');
            """;

        /** Before. */
        static final class Before {

            private Before() {}

            /** An entity. */
            @Inheritance(strategy = InheritanceType.JOINED)
            @Entity
            @Table(name = "payment")
            static class Payment {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                @Nullable
                Long id;

                @Nullable
                BigDecimal amount;

                @Nullable
                Instant paidAt;
            }

            /** An entity. */
            @Entity
            @Table(name = "card_payment")
            static class CardPayment extends Payment {
                @Nullable
                String pan;
            }
        }

        /** After. */
        static final class After {

            private After() {}

            /** An entity. */
            @Inheritance(strategy = InheritanceType.JOINED)
            @Entity
            @Table(name = "payment")
            static class Payment {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                @Nullable
                Long id;

                @Nullable
                BigDecimal amount;

                @Nullable
                Instant paidAt;

                @Version
                long version;
            }

            /** An entity. */
            @Entity
            @Table(name = "card_payment")
            static class CardPayment extends Payment {
                @Nullable
                String pan;
            }

            /** An entity. */
            @Entity
            @Table(name = "bank_payment")
            static class BankPayment extends Payment {
                @Column(nullable = false, length = 34)
                @Nullable
                String iban;
            }
        }
    }

    /** Single-table inheritance. */
    static final class OneTable {

        private OneTable() {}

        static final String DATABASE = """
            CREATE TABLE vehicle (id bigserial PRIMARY KEY, dtype varchar(31) NOT NULL, plate varchar(12) NOT NULL, doors int, note text);
            CREATE UNIQUE INDEX vehicle_plate_ux ON vehicle (upper(plate));
            INSERT INTO vehicle (dtype, plate, doors) VALUES ('Car', 'AB 1', 4);
            """;

        /** Before. */
        static final class Before {

            private Before() {}

            /** An entity. */
            @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
            @DiscriminatorValue("Vehicle")
            @Entity
            @Table(name = "vehicle")
            static class Vehicle {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                @Nullable
                Long id;

                @Nullable
                String plate;

                @Nullable
                String note;
            }

            /** An entity. */
            @DiscriminatorValue("Car")
            @Entity
            static class Car extends Vehicle {
                @Nullable
                Integer doors;
            }
        }

        /** After. */
        static final class After {

            private After() {}

            /** An entity. */
            @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
            @DiscriminatorValue("Vehicle")
            @Entity
            @Table(name = "vehicle")
            static class Vehicle {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                @Nullable
                Long id;

                @Nullable
                String plate;

                @Nullable
                String note;
            }

            /** An entity. */
            @DiscriminatorValue("Car")
            @Entity
            static class Car extends Vehicle {
                @Nullable
                Integer doors;
            }

            /** An entity. */
            @DiscriminatorValue("Truck")
            @Entity
            static class Truck extends Vehicle {
                @Column(name = "load_t", precision = 6, scale = 2)
                @Nullable
                BigDecimal load;
            }
        }
    }

    /** An entity in two tables. */
    static final class SecondTables {

        private SecondTables() {}

        static final String DATABASE = """
            CREATE TABLE article (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, name varchar(255) NOT NULL);
            CREATE TABLE article_detail (article_id bigint PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE, weight int CHECK (weight > 0));
            INSERT INTO article (name) VALUES ('cup');
            INSERT INTO article_detail VALUES (1, 300);
            """;

        /** Before. */
        static final class Before {

            private Before() {}

            /** An entity. */
            @SecondaryTable(name = "article_detail", pkJoinColumns = @PrimaryKeyJoinColumn(name = "article_id"))
            @Entity
            @Table(name = "article")
            static class Article {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                @Nullable
                Long id;

                @Nullable
                String name;

                @Column(table = "article_detail")
                @Nullable
                Integer weight;
            }
        }

        /** After. */
        static final class After {

            private After() {}

            /** An entity. */
            @SecondaryTable(name = "article_detail", pkJoinColumns = @PrimaryKeyJoinColumn(name = "article_id"))
            @SecondaryTable(name = "article_text", pkJoinColumns = @PrimaryKeyJoinColumn(name = "article_id"))
            @Entity
            @Table(name = "article")
            static class Article {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                @Nullable
                Long id;

                @Nullable
                String name;

                @Column(table = "article_detail")
                @Nullable
                Integer weight;

                @Column(table = "article_text", length = 2000)
                @Nullable
                String text;
            }
        }
    }
}
