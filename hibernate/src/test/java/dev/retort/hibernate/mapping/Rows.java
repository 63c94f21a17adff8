/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.TenantId;
import org.hibernate.generator.EventType;

/** Values that the database or Hibernate generates. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable", "deprecation"})
final class Rows {

    private Rows() {}

    static final class GeneratedValues {

        static final class Before {
            @Entity
            @Table(name = "computed")
            static class Computed {
                @Id
                long id;

                int quantity;
                BigDecimal price;

                @GeneratedColumn("quantity * price")
                BigDecimal total;

                @Generated(event = {EventType.INSERT, EventType.UPDATE})
                @Column(columnDefinition = "integer generated always as (quantity + 1) stored")
                int next;

                @CreationTimestamp
                Instant created;

                @Formula("quantity * 2")
                int doubled;
            }
        }

        static final class After {
            @Entity
            @Table(name = "computed")
            static class Computed {
                @Id
                long id;

                int quantity;
                BigDecimal price;

                @GeneratedColumn("quantity * price * 2")
                BigDecimal total;

                int next;

                @GeneratedColumn("cast(quantity as varchar(20))")
                String added;
            }
        }
    }

    static final class Lifecycle {

        static final class Before {
            @Entity
            @Table(name = "versioned")
            static class Versioned {
                @Id
                long id;

                @Version
                int version;
            }

            @Entity
            @Table(name = "deleted")
            @SoftDelete
            static class Deleted {
                @Id
                long id;
            }

            @Entity
            @Table(name = "tenanted")
            static class Tenanted {
                @Id
                long id;

                @TenantId
                String tenant;
            }
        }

        static final class After {
            @Entity
            @Table(name = "versioned")
            static class Versioned {
                @Id
                long id;

                @Version
                Instant version;
            }

            @Entity
            @Table(name = "deleted")
            @SoftDelete(strategy = SoftDeleteType.ACTIVE, columnName = "alive")
            static class Deleted {
                @Id
                long id;
            }

            @Entity
            @Table(name = "tenanted")
            static class Tenanted {
                @Id
                long id;

                @TenantId
                @Column(length = 30)
                String tenant;
            }
        }
    }
}
