/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** How keys are generated. */
@SuppressWarnings({"NullAway", "SameNameButDifferent", "UnusedVariable", "BoxedPrimitiveEquality"})
final class Keys {

    private Keys() {}

    static final class Identity {

        static final class Before {
            @Entity
            @Table(name = "identity_keyed")
            static class Keyed {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                Integer id;
            }

            @Entity
            @Table(name = "to_sequence")
            static class ToSequence {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                Long id;
            }

            @Entity
            @Table(name = "to_identity")
            static class ToIdentity {
                @Id
                Long id;
            }
        }

        static final class After {
            @Entity
            @Table(name = "identity_keyed")
            static class Keyed {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                Long id;
            }

            @Entity
            @Table(name = "to_sequence")
            static class ToSequence {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE)
                Long id;
            }

            @Entity
            @Table(name = "to_identity")
            static class ToIdentity {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                Long id;
            }
        }
    }

    static final class Sequences {

        static final class Before {
            @Entity
            @Table(name = "named")
            static class Named {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "named_ids")
                @SequenceGenerator(
                        name = "named_ids",
                        sequenceName = "named_ids",
                        initialValue = 100,
                        allocationSize = 20)
                Long id;
            }

            @Entity
            @Table(name = "automatic")
            static class Automatic {
                @Id
                @GeneratedValue
                Integer id;
            }
        }

        static final class After {
            @Entity
            @Table(name = "named")
            static class Named {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "named_ids")
                @SequenceGenerator(
                        name = "named_ids",
                        sequenceName = "named_ids",
                        initialValue = 100,
                        allocationSize = 50)
                Long id;
            }

            @Entity
            @Table(name = "automatic")
            static class Automatic {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "automatic_ids")
                @SequenceGenerator(
                        name = "automatic_ids",
                        sequenceName = "automatic_ids",
                        allocationSize = 1,
                        options = "cache 10")
                Long id;
            }
        }
    }

    static final class Tables {

        static final class Before {
            @Entity
            @Table(name = "counted")
            static class Counted {
                @Id
                @GeneratedValue(strategy = GenerationType.TABLE)
                Long id;
            }
        }

        static final class After {
            @Entity
            @Table(name = "counted")
            static class Counted {
                @Id
                @GeneratedValue(strategy = GenerationType.TABLE, generator = "counted_ids")
                @TableGenerator(
                        name = "counted_ids",
                        table = "counters",
                        pkColumnName = "kind",
                        valueColumnName = "latest",
                        initialValue = 10)
                Long id;
            }
        }
    }

    static final class Uuids {

        static final class Before {
            @Entity
            @Table(name = "uuids")
            static class Known {
                @Id
                @GeneratedValue(strategy = GenerationType.UUID)
                UUID id;
            }
        }

        static final class After {
            @Entity
            @Table(name = "uuids")
            static class Known {
                @Id
                @UuidGenerator(style = UuidGenerator.Style.TIME)
                @Column(length = 36)
                String id;
            }
        }
    }
}
