/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import dev.retort.annotation.RenamedFrom;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** Entities that state rules, and the same without them. */
public final class Withdrawn {

    private Withdrawn() {}

    /** A manually created schema; the entities state the same rules, or none. */
    static final String DATABASE = """
            CREATE TABLE owner (id bigint NOT NULL PRIMARY KEY);
            CREATE TABLE pet (id bigint NOT NULL PRIMARY KEY, owner_id bigint UNIQUE REFERENCES owner (id) ON DELETE CASCADE,
                name varchar(255) NOT NULL, chip varchar(255) UNIQUE, race varchar(255), born integer, legs integer DEFAULT 4,
                CONSTRAINT uq_race UNIQUE (race, born), CONSTRAINT ck_legs CHECK (legs >= 0));
            CREATE INDEX ix_pet_born ON pet (born);
            CREATE TABLE pet_toys (pet_id bigint NOT NULL REFERENCES pet (id), toys varchar(255) NOT NULL,
                PRIMARY KEY (pet_id, toys));
            INSERT INTO owner VALUES (1);
            INSERT INTO pet (id, owner_id, name) VALUES (1, 1, 'Rex');
            """;

    /** With everything. */
    static final class Stated {

        private Stated() {}

        /** The owner. */
        @Entity(name = "owner")
        static class Owner {
            @Id
            long id;
        }

        /** The pet. */
        @Entity(name = "pet")
        @Table(
                name = "pet",
                uniqueConstraints =
                        @UniqueConstraint(
                                name = "uq_race",
                                columnNames = {"race", "born"}),
                indexes = @Index(name = "ix_pet_born", columnList = "born"),
                check = @CheckConstraint(name = "ck_legs", constraint = "legs >= 0"))
        static class Pet {
            @Id
            long id;

            @OneToOne
            @JoinColumn(name = "owner_id")
            @OnDelete(action = OnDeleteAction.CASCADE)
            Stated.@Nullable Owner owner;

            @Column(nullable = false)
            @Nullable
            String name;

            @Column(unique = true)
            @Nullable
            String chip;

            @Nullable
            String race;

            @Nullable
            Integer born;

            @ColumnDefault("4")
            @Nullable
            Integer legs;

            @ElementCollection
            @CollectionTable(name = "pet_toys", joinColumns = @JoinColumn(name = "pet_id"))
            @Column(nullable = false)
            Set<String> toys = Set.of();
        }
    }

    /** With nothing of it. */
    static final class Plain {

        private Plain() {}

        /** The owner. */
        @Entity(name = "owner")
        static class Owner {
            @Id
            long id;
        }

        /** The pet. */
        @Entity(name = "pet")
        @Table(name = "pet")
        static class Pet {
            @Id
            long id;

            @ManyToOne
            @JoinColumn(name = "owner_id")
            Plain.@Nullable Owner owner;

            @Nullable
            String name;

            @Nullable
            String chip;

            @Nullable
            String race;

            @Nullable
            Integer born;

            @Nullable
            Integer legs;

            @ElementCollection
            @CollectionTable(name = "pet_toys", joinColumns = @JoinColumn(name = "pet_id"))
            List<String> toys = List.of();
        }
    }

    /** With nothing of it, under other names. */
    static final class Renamed {

        private Renamed() {}

        /** The animal. */
        @Entity(name = "animal")
        @Table(name = "animal")
        @RenamedFrom("pet")
        static class Animal {
            @Id
            long id;

            @Column(name = "owner_id")
            @Nullable
            Long owner;

            @Nullable
            String name;

            @RenamedFrom("chip")
            @Nullable
            String number;

            @Nullable
            String race;

            @Nullable
            Integer born;

            @Nullable
            Integer legs;
        }
    }
}
