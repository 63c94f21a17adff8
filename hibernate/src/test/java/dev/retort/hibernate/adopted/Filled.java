/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An entity before and after adding NOT NULL fields. */
public final class Filled {

    private Filled() {}

    enum Size {
        SMALL,
        LARGE
    }

    /** Before. */
    static final class Before {

        private Before() {}

        /** The entity. */
        @Entity(name = "bin")
        static class Bin {
            @Id
            long id;
        }
    }

    /** An embedded object with a NOT NULL field. */
    @Embeddable
    static class Place {
        @Column(nullable = false)
        int floor = 1;
    }

    /** After. */
    static final class After {

        private After() {}

        /** The entity. */
        @Entity(name = "bin")
        @SoftDelete
        static class Bin {
            @Id
            long id;

            int weight;

            boolean heavy = true;

            double factor = 1.5;

            @Version
            long version;

            @Column(nullable = false)
            String note = "it's new";

            @Enumerated(EnumType.STRING)
            @Column(nullable = false)
            Size named = Size.LARGE;

            @Enumerated
            @Column(nullable = false)
            Size ordinal = Size.LARGE;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            @Column(nullable = false)
            Size typed = Size.SMALL;

            @Convert(converter = NumericBooleanConverter.class)
            boolean flag = true;

            @Embedded
            Place place = new Place();
        }
    }

    /** With a version that is an object, and a table for each class. */
    static final class Versioned {

        private Versioned() {}

        /** The entity that has no table. */
        @Entity(name = "container")
        @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
        abstract static class Container {
            @Id
            long id;

            int weight = 7;

            @Version
            @Nullable
            Integer version;
        }

        /** An entity. */
        @Entity(name = "bin")
        static class Bin extends Container {
            boolean heavy = true;
        }

        /** Another entity. */
        @Entity(name = "sack")
        static class Sack extends Container {}
    }

    /** With a field whose value is unknown. */
    static final class Unknown {

        private Unknown() {}

        /** The entity. */
        @Entity(name = "bin")
        static class Bin {
            @Id
            long id;

            @Column(nullable = false)
            @Nullable
            String phone;

            @Column(nullable = false)
            UUID key = UUID.randomUUID();

            @Column(nullable = false)
            Instant made = Instant.now();
        }
    }

    /** Fields with and without a known value, and a column that is generated from one. */
    static final class Several {

        private Several() {}

        /** The entity. */
        @Entity(name = "bin")
        static class Bin {
            @Id
            long id;

            @Column(nullable = false)
            @Nullable
            String phone;

            @Column(nullable = false)
            int weight;

            @Column(nullable = false)
            UUID key = UUID.randomUUID();

            @Column(nullable = false)
            @GeneratedColumn("length(phone)")
            int digits;
        }
    }
}
