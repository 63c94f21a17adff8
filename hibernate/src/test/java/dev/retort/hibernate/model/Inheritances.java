/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.model;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.envers.Audited;

/** The three inheritance strategies, a mapped superclass, soft deletes, and a table of Envers. */
@SuppressWarnings({"NullAway", "UnusedVariable", "JavaTimeDefaultTimeZone"})
public final class Inheritances {

    private Inheritances() {}

    @MappedSuperclass
    public abstract static class Dated {
        @Id
        @GeneratedValue
        Long id;

        Instant created;
    }

    @Entity
    @Table(name = "joined")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Joined extends Dated {
        String common;
    }

    @Entity
    @Table(name = "joined_special")
    public static class JoinedSpecial extends Joined {
        int special;
    }

    @Entity
    @Table(name = "single")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.STRING, length = 12)
    public static class Single extends Dated {
        String common;
    }

    @Entity
    public static class SingleSpecial extends Single {
        int special;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class PerClass extends Dated {
        String common;
    }

    @Entity
    @Table(name = "per_class_one")
    public static class PerClassOne extends PerClass {
        int one;
    }

    @Entity
    @Table(name = "per_class_two")
    public static class PerClassTwo extends PerClass {
        int two;
    }

    @Entity
    @Table(name = "soft")
    @SoftDelete
    public static class Soft extends Dated {}

    @Entity
    @Table(name = "audited")
    @Audited
    public static class AuditedThing extends Dated {
        String text;
    }
}
