/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Entities with rows of special kinds before and after a change, on databases that a user made. */
@SuppressWarnings("SameNameButDifferent")
public final class HandMadeRows {

    private HandMadeRows() {}

    /** JSON, large objects and UUIDs. */
    static final class Documents {

        private Documents() {}

        static final String DATABASE = """
            CREATE TABLE document (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), body jsonb NOT NULL DEFAULT '{}', scan oid,
                search tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED);
            CREATE INDEX document_body_ix ON document USING gin (body jsonb_path_ops);
            CREATE INDEX document_search_ix ON document USING gin (search);
            INSERT INTO document DEFAULT VALUES;
            """;

        /** Before. */
        static final class Before {

            private Before() {}

            /** An entity. */
            @Entity
            @Table(name = "document")
            static class Document {
                @Id
                @UuidGenerator(algorithm = UuidVersion7Strategy.class)
                @Nullable
                UUID id;

                @JdbcTypeCode(SqlTypes.JSON)
                @Nullable
                Map<String, String> body;

                @Lob
                byte @Nullable [] scan;
            }
        }

        /** After. */
        static final class After {

            private After() {}

            /** An entity. */
            @Entity
            @Table(name = "document")
            static class Document {
                @Id
                @UuidGenerator(algorithm = UuidVersion7Strategy.class)
                @Nullable
                UUID id;

                @JdbcTypeCode(SqlTypes.JSON)
                @Nullable
                Map<String, String> body;

                @Lob
                byte @Nullable [] scan;

                @JdbcTypeCode(SqlTypes.JSON)
                @Nullable
                List<String> tags;

                @Lob
                @Nullable
                String text;

                @ManyToOne
                @JoinColumn(name = "former_id", unique = true)
                @Nullable
                Document former;
            }
        }
    }

    /** Soft deletion and tenants. */
    static final class Tenants {

        private Tenants() {}

        static final String DATABASE = """
            CREATE TABLE member (id bigserial PRIMARY KEY, email text NOT NULL, since date NOT NULL DEFAULT CURRENT_DATE,
                EXCLUDE USING btree (lower(email) WITH =));
            ALTER TABLE member ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON member USING (email = CURRENT_USER);
            """;

        /** Before. */
        static final class Before {

            private Before() {}

            /** An entity. */
            @Entity
            @Table(name = "member")
            static class Member {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                @Nullable
                Long id;

                @Nullable
                LocalDate since;

                @Nullable
                String email;
            }
        }

        /** After. */
        static final class After {

            private After() {}

            /** An entity. */
            @SoftDelete
            @Entity
            @Table(name = "member")
            static class Member {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                @Nullable
                Long id;

                @Nullable
                LocalDate since;

                @Nullable
                String email;

                @TenantId
                @Column(length = 40)
                @Nullable
                String tenant;
            }
        }
    }
}
