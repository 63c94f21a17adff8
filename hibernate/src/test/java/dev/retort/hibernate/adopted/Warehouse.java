/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Entities with few rules, on tables with many. */
public final class Warehouse {

    private Warehouse() {}

    /** What a user made. */
    static final String DATABASE = """
            CREATE TYPE pallet_state AS ENUM ('OPEN', 'SEALED', 'GONE');
            CREATE TABLE hall (id bigserial PRIMARY KEY, name varchar(80) NOT NULL, notes text,
                CONSTRAINT uq_hall_name UNIQUE (name));
            CREATE TABLE pallet (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                hall_id bigint NOT NULL CONSTRAINT fk_pallet_hall REFERENCES hall (id) ON DELETE CASCADE,
                code varchar(20) NOT NULL, packed_at timestamptz DEFAULT now(), weight integer NOT NULL DEFAULT 0,
                price numeric(12, 4), state pallet_state NOT NULL DEFAULT 'OPEN');
            CREATE UNIQUE INDEX ux_pallet_code ON pallet (hall_id, lower(code));
            CREATE TABLE pallet_tag (id serial PRIMARY KEY, pallet_id bigint NOT NULL REFERENCES pallet (id),
                tags_id bigint NOT NULL);
            CREATE TABLE tag (id bigint PRIMARY KEY, label varchar(255));
            CREATE SEQUENCE tag_seq INCREMENT BY 50;
            ALTER TABLE pallet_tag ADD CONSTRAINT fk_tag FOREIGN KEY (tags_id) REFERENCES tag (id);
            CREATE VIEW hall_load AS SELECT hall_id, count(*) AS pallets FROM pallet GROUP BY hall_id;
            CREATE MATERIALIZED VIEW hall_names AS SELECT id AS hall_id, name FROM hall;
            INSERT INTO hall (name, notes) VALUES ('north', repeat('x', 300));
            INSERT INTO pallet (hall_id, code) VALUES (1, 'a1');
            """;

    /** A plain entity. */
    @Entity
    @Table(name = "hall")
    static class Hall {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Nullable
        String name;

        @Nullable
        String notes;
    }

    /** An entity with an association, an enum and a join table. */
    @Entity
    @Table(name = "pallet")
    static class Pallet {
        enum State {
            GONE,
            OPEN,
            SEALED
        }

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @ManyToOne
        @JoinColumn(name = "hall_id")
        @Nullable
        Hall hall;

        @Nullable
        String code;

        @Column(name = "packed_at")
        @Nullable
        Instant packedAt;

        int weight;

        @Nullable
        BigDecimal price;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        @Nullable
        State state;

        @ManyToMany
        @JoinTable(
                name = "pallet_tag",
                joinColumns = @JoinColumn(name = "pallet_id"),
                inverseJoinColumns = @JoinColumn(name = "tags_id"))
        List<Tag> tags = List.of();
    }

    /** An entity with a sequence. */
    @Entity
    @Table(name = "tag")
    static class Tag {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String label;
    }

    /** An entity on a view. */
    @Entity
    @Immutable
    @Table(name = "hall_load")
    static class HallLoad {
        @Id
        @Column(name = "hall_id")
        @Nullable
        Long hallId;

        long pallets;
    }

    /** An entity on a materialized view that lacks a column. */
    @Entity
    @Immutable
    @Table(name = "hall_names")
    static class HallNames {
        @Id
        @Column(name = "hall_id")
        @Nullable
        Long hallId;

        @Nullable
        String name;

        @Nullable
        String street;
    }
}
