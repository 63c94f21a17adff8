/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.PartitionKey;

/** Composite keys, derived keys, and unique constraints beside the key. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable", "BoxedPrimitiveEquality"})
final class CompositeKeys {

    private CompositeKeys() {}

    static final class Embedded {

        static final class Before {
            @Embeddable
            record PlaceId(int row, int seat) {}

            @Entity
            @Table(name = "place")
            static class Place {
                @EmbeddedId
                PlaceId id;
            }

            @Entity
            @Table(name = "ticket")
            static class Ticket {
                @Id
                PlaceId id;

                @MapsId
                @OneToOne
                @JoinColumn(name = "place_row", referencedColumnName = "row")
                @JoinColumn(name = "place_seat", referencedColumnName = "seat")
                Place place;
            }
        }

        static final class After {
            @Embeddable
            record PlaceId(
                    int row, int seat, @Column(length = 10) String hall) {}

            @Entity
            @Table(name = "place")
            static class Place {
                @EmbeddedId
                PlaceId id;
            }

            @Entity
            @Table(name = "ticket")
            static class Ticket {
                @Id
                long id;

                @ManyToOne
                @JoinColumn(name = "place_row", referencedColumnName = "row")
                @JoinColumn(name = "place_seat", referencedColumnName = "seat")
                @JoinColumn(name = "place_hall", referencedColumnName = "hall")
                Place place;
            }
        }
    }

    static final class Composite {

        record LineId(Long order, int position) {}

        record LongerLineId(Long order, int position, String part) {}

        static final class Before {
            @Entity
            @Table(name = "orders")
            static class Order {
                @Id
                Long id;
            }

            @Entity
            @Table(name = "line")
            @IdClass(LineId.class)
            static class Line {
                @Id
                @ManyToOne
                Order order;

                @Id
                int position;
            }
        }

        static final class After {
            @Entity
            @Table(name = "orders")
            static class Order {
                @Id
                Long id;
            }

            @Entity
            @Table(name = "line")
            @IdClass(LongerLineId.class)
            static class Line {
                @Id
                @ManyToOne
                @JoinColumn(foreignKey = @ForeignKey(name = "fk_line_order"))
                Order order;

                @Id
                int position;

                @Id
                @Column(length = 4)
                String part;
            }
        }
    }

    static final class Shared {

        static final class Before {
            @Entity
            @Table(name = "person")
            static class Person {
                @Id
                @GeneratedValue
                Long id;
            }

            @Entity
            @Table(name = "passport")
            static class Passport {
                @Id
                Long id;

                @MapsId
                @OneToOne
                Person person;
            }
        }

        static final class After {
            @Entity
            @Table(name = "person")
            static class Person {
                @Id
                @GeneratedValue
                Long id;
            }

            @Entity
            @Table(name = "passport")
            static class Passport {
                @Id
                @GeneratedValue
                Long id;

                @OneToOne(optional = false)
                Person person;
            }
        }
    }

    static final class Natural {

        static final class Before {
            @Entity
            @Table(name = "natural_keyed")
            static class Keyed {
                @Id
                long id;

                @NaturalId
                String code;

                String country;
            }
        }

        static final class After {
            @Entity
            @Table(name = "natural_keyed")
            static class Keyed {
                @Id
                long id;

                @NaturalId
                @Column(length = 30)
                String code;

                @NaturalId(mutable = true)
                String country;
            }
        }
    }

    static final class Partitioned {

        static final class Before {
            @Entity
            @Table(name = "measured")
            static class Measured {
                @Id
                long id;

                int day;
            }
        }

        static final class After {
            @Entity
            @Table(name = "measured")
            static class Measured {
                @Id
                long id;

                @PartitionKey
                int day;
            }
        }
    }
}
