/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Entities with keys of several columns before and after a change, on databases that a user made. */
@SuppressWarnings("SameNameButDifferent")
public final class HandMadeKeys {

    private HandMadeKeys() {}

    /** Collections of values, each in its table. */
    static final class Collections {

        private Collections() {}

        static final String DATABASE = """
            CREATE TABLE asset (id bigserial PRIMARY KEY, name varchar(60) NOT NULL UNIQUE, made timestamptz NOT NULL DEFAULT now());
            CREATE TABLE asset_label (asset_id bigint NOT NULL REFERENCES asset (id) ON DELETE CASCADE, lang varchar(8) NOT NULL,
                label text NOT NULL, PRIMARY KEY (asset_id, lang));
            CREATE INDEX asset_label_ix ON asset_label (lower(label));
            INSERT INTO asset (name) VALUES ('lamp');
            INSERT INTO asset_label VALUES (1, 'fr', 'lampe');
            """;

        /** Before. */
        static final class Before {

            private Before() {}

            /** An entity. */
            @Entity
            @Table(name = "asset")
            static class Asset {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                @Nullable
                Long id;

                @Nullable
                String name;

                @Nullable
                Instant made;

                @ElementCollection
                @CollectionTable(name = "asset_label", joinColumns = @JoinColumn(name = "asset_id"))
                @MapKeyColumn(name = "lang")
                @Column(name = "label")
                @Nullable
                Map<String, String> labels;
            }
        }

        /** After. */
        static final class After {

            private After() {}

            /** An entity. */
            @Entity
            @Table(name = "asset")
            static class Asset {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                @Nullable
                Long id;

                @Nullable
                String name;

                @Nullable
                Instant made;

                @ElementCollection
                @CollectionTable(name = "asset_label", joinColumns = @JoinColumn(name = "asset_id"))
                @MapKeyColumn(name = "lang")
                @Column(name = "label")
                @Nullable
                Map<String, String> labels;

                @ElementCollection
                @CollectionTable(name = "asset_note", joinColumns = @JoinColumn(name = "asset_id"))
                @OrderColumn(name = "place")
                @Column(name = "note", length = 400)
                @Nullable
                List<String> notes;
            }
        }
    }

    /** A key of two columns, and an array of enum values. */
    static final class EmbeddedKeys {

        private EmbeddedKeys() {}

        static final String DATABASE = """
            CREATE TABLE line (order_no int, line_no int, sku varchar(40) NOT NULL, quantity int NOT NULL DEFAULT 1,
                CONSTRAINT line_pk PRIMARY KEY (order_no, line_no), CONSTRAINT line_quantity CHECK (quantity > 0));
            COMMENT ON COLUMN line.sku IS 'as on the label';
            INSERT INTO line VALUES (1, 1, 'x');
            """;

        /** Before. */
        static final class Before {

            private Before() {}

            /** A part of an entity. */
            @Embeddable
            static class LineId {
                int orderNo;

                int lineNo;

                @Override
                public boolean equals(@Nullable Object other) {
                    return other instanceof LineId line && line.orderNo == orderNo && line.lineNo == lineNo;
                }

                @Override
                public int hashCode() {
                    return 31 * orderNo + lineNo;
                }
            }

            /** An entity. */
            @Entity
            @Table(name = "line")
            static class Line {
                @EmbeddedId
                @Nullable
                LineId id;

                @Nullable
                String sku;

                int quantity;
            }
        }

        /** After. */
        static final class After {

            private After() {}

            /** A part of an entity. */
            @Embeddable
            static class LineId {
                int orderNo;

                int lineNo;

                @Override
                public boolean equals(@Nullable Object other) {
                    return other instanceof LineId line && line.orderNo == orderNo && line.lineNo == lineNo;
                }

                @Override
                public int hashCode() {
                    return 31 * orderNo + lineNo;
                }
            }

            /** An entity. */
            @Entity
            @Table(name = "line")
            static class Line {
                @EmbeddedId
                @Nullable
                LineId id;

                @Nullable
                String sku;

                int quantity;

                enum Flag {
                    FRAGILE,
                    LIQUID
                }

                @Enumerated(EnumType.STRING)
                @JdbcTypeCode(SqlTypes.ARRAY)
                Flag @Nullable [] flags;
            }
        }
    }

    /** A table of former rows, made by a trigger. */
    static final class AuditTables {

        private AuditTables() {}

        static final String DATABASE = """
            CREATE TABLE item (id bigserial PRIMARY KEY, name varchar(255) NOT NULL);
            CREATE TABLE item_aud (id bigint NOT NULL, rev serial, revtype smallint, name varchar(255), PRIMARY KEY (id, rev));
            CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN INSERT INTO item_aud (id, revtype, name) VALUES (new.id, 1, new.name); RETURN new; END';
            CREATE TRIGGER kept AFTER INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION keep();
            INSERT INTO item (name) VALUES ('nut');
            """;

        /** Before. */
        static final class Before {

            private Before() {}

            /** An entity. */
            @Entity
            @Table(name = "item")
            static class Item {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                @Nullable
                Long id;

                @Nullable
                String name;
            }
        }

        /** After. */
        static final class After {

            private After() {}

            /** An entity. */
            @Entity
            @Table(name = "item")
            static class Item {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                @Nullable
                Long id;

                @Nullable
                String name;

                @Nullable
                Integer size;
            }

            /** A part of an entity. */
            @Embeddable
            static class ItemAuditId {
                long id;

                int rev;

                @Override
                public boolean equals(@Nullable Object other) {
                    return other instanceof ItemAuditId key && key.id == id && key.rev == rev;
                }

                @Override
                public int hashCode() {
                    return Long.hashCode(id) + rev;
                }
            }

            /** An entity. */
            @Entity
            @Table(name = "item_aud")
            static class ItemAudit {
                @EmbeddedId
                @Nullable
                ItemAuditId id;

                @Nullable
                Short revtype;

                @Nullable
                String name;

                @Nullable
                Integer size;
            }
        }
    }
}
