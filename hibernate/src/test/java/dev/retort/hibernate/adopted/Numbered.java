/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import dev.retort.annotation.RenamedFrom;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One entity, numbered in several ways. */
public final class Numbered {

    private Numbered() {}

    /** Numbered by a sequence that is named after the table. */
    static final class BySequence {

        private BySequence() {}

        /** The entity. */
        @Entity(name = "parcel")
        static class Parcel {
            @Id
            @GeneratedValue
            @Nullable
            Long id;
        }
    }

    /** Renamed, numbered by a sequence that is named after the new table. */
    static final class Renamed {

        private Renamed() {}

        /** The entity. */
        @Entity(name = "packet")
        @RenamedFrom("parcel")
        static class Packet {
            @Id
            @GeneratedValue
            @Nullable
            Long id;
        }
    }

    /** Numbered by an identity column. */
    static final class ByIdentity {

        private ByIdentity() {}

        /** The entity. */
        @Entity(name = "parcel")
        @Table(name = "parcel")
        static class Parcel {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            @Nullable
            Long id;
        }
    }

    /** Numbered by a sequence of another name and other steps. */
    static final class ByGenerator {

        private ByGenerator() {}

        /** The entity. */
        @Entity(name = "parcel")
        static class Parcel {
            @Id
            @GeneratedValue(generator = "parcel_numbers")
            @SequenceGenerator(name = "parcel_numbers", sequenceName = "parcel_numbers", allocationSize = 10)
            @Nullable
            Long id;
        }
    }

    /** Numbered by the same sequence in other steps. */
    static final class InOtherSteps {

        private InOtherSteps() {}

        /** The entity. */
        @Entity(name = "parcel")
        static class Parcel {
            @Id
            @GeneratedValue(generator = "parcel_seq")
            @SequenceGenerator(name = "parcel_seq", sequenceName = "parcel_seq", allocationSize = 5)
            @Nullable
            Long id;
        }
    }
}
