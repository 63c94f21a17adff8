/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import dev.retort.annotation.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;

/** Entities before and after a change, as the guide shows them. */
@SuppressWarnings({"NullAway.Init", "SameNameButDifferent"})
final class ChangedEntities {

    private ChangedEntities() {}

    static final class Fields {

        static final class Before {
            @Entity(name = "customer")
            static class Customer {
                @Id
                Long id;

                String name;
            }
        }

        static final class After {
            @Entity(name = "customer")
            static class Customer {
                @Id
                Long id;

                String name;

                @Column(length = 40)
                String phone;

                boolean vip;

                int points = 100;
            }
        }
    }

    static final class Typed {

        static final class Before {
            @Entity(name = "customer")
            static class Customer {
                @Id
                Long id;

                @Column(length = 200)
                String email;

                int points;

                String fax;
            }
        }

        static final class After {
            @Entity(name = "customer")
            static class Customer {
                @Id
                Long id;

                @Column(length = 100)
                String email;

                long points;
            }
        }
    }

    static final class Required {

        static final class Before {
            @Entity(name = "customer")
            static class Customer {
                @Id
                Long id;

                String name;

                String email;
            }
        }

        static final class After {
            @Entity(name = "customer")
            static class Customer {
                @Id
                Long id;

                @Column(nullable = false)
                String name;

                @Column(nullable = false, unique = true)
                String email;
            }
        }
    }

    static final class Renamed {

        static final class Before {
            @Entity(name = "client")
            static class Client {
                @Id
                Long id;

                String mail;
            }
        }

        static final class After {
            @Entity(name = "customer")
            @RenamedFrom("client")
            static class Customer {
                @Id
                Long id;

                @RenamedFrom("mail")
                String email;

                String phone;
            }
        }
    }

    static final class Values {

        static final class Before {
            enum Status {
                OPEN,
                PAID
            }

            @Entity(name = "invoice")
            static class Invoice {
                @Id
                Long id;

                @Enumerated(EnumType.STRING)
                Status status;
            }
        }

        static final class After {
            enum Status {
                OPEN,
                SENT,
                PAID
            }

            @Entity(name = "invoice")
            static class Invoice {
                @Id
                Long id;

                @Enumerated(EnumType.STRING)
                @Column(nullable = false)
                Status status;
            }
        }
    }

    static final class References {

        static final class Before {
            @Entity(name = "sale")
            static class Sale {
                @Id
                Long id;
            }

            @Entity(name = "invoice")
            static class Invoice {
                @Id
                Long id;

                @OneToOne
                Sale sale;
            }
        }

        static final class After {
            @Entity(name = "sale")
            static class Sale {
                @Id
                Long id;
            }

            @Entity(name = "invoice")
            static class Invoice {
                @Id
                Long id;

                @ManyToOne(optional = false)
                Sale sale;
            }
        }
    }

    static final class Versions {

        static final class Before {
            @Entity(name = "invoice")
            static class Invoice {
                @Id
                Long id;
            }
        }

        static final class After {
            @Entity(name = "invoice")
            static class Invoice {
                @Id
                Long id;

                @Version
                long version;

                @ColumnDefault("now()")
                @Column(nullable = false)
                Instant createdAt;
            }
        }
    }

    static final class Embeds {

        static final class Before {
            @Entity(name = "customer")
            static class Customer {
                @Id
                Long id;

                String address;
            }
        }

        static final class After {
            @Embeddable
            static class Address {
                String street;
                String city;

                @Column(length = 10)
                String zip;
            }

            @Entity(name = "customer")
            static class Customer {
                @Id
                Long id;

                @Embedded
                Address address;
            }
        }
    }

    static final class Collections {

        static final class Before {
            @Entity(name = "customer")
            static class Customer {
                @Id
                Long id;
            }
        }

        static final class After {
            @Entity(name = "customer")
            static class Customer {
                @Id
                Long id;

                @ElementCollection
                Set<String> tags;
            }
        }
    }

    static final class Numbers {

        static final class Before {
            @Entity(name = "invoice")
            static class Invoice {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                Long id;
            }
        }

        static final class After {
            @Entity(name = "invoice")
            static class Invoice {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE)
                Long id;
            }
        }
    }
}
