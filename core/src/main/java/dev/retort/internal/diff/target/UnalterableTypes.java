/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.NewTable;
import dev.retort.internal.diff.model.Signatures;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.RangeType;
import dev.retort.schema.Routine;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.name.ObjectKey;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Types that PostgreSQL cannot change as wanted, and the functions that they hold: they stay, and the script says so.
 */
final class UnalterableTypes {

    private final Lookup database;
    private final PartitionKeys partitionKeys;
    private final NestedDomains nestedDomains;
    private final UnsettledChanges unsettled;

    /**
     * Makes the rules.
     *
     * @param unsettled takes a sentence for each difference that stays
     */
    UnalterableTypes(Lookup database, PartitionKeys partitionKeys, UnsettledChanges unsettled) {
        this.database = database;
        this.partitionKeys = partitionKeys;
        this.nestedDomains = new NestedDomains(database);
        this.unsettled = unsettled;
    }

    /** Beside a range type no other can be made that takes its name later: its functions would keep theirs. */
    SchemaObject type(SchemaObject granted) {
        if (granted instanceof RangeType wanted && database.object(granted.key()) instanceof RangeType there) {
            if (!there.definition().equals(wanted.definition())) {
                unsettled.add("In the model, " + wanted.key() + " changes its definition (" + there.definition()
                        + " to " + wanted.definition() + "): PostgreSQL has no statement for that; it needs a new type,"
                        + " and new columns of that.");
            }
            return new RangeType(wanted.name(), there.definition(), wanted.grants(), wanted.comment());
        }
        if (granted instanceof Domain wanted && database.object(granted.key()) instanceof Domain there) {
            return domain(wanted, there);
        }
        if (granted instanceof EnumType wanted && database.object(granted.key()) instanceof EnumType there) {
            EnumType possible = partitionKeys.settled(wanted, there);
            if (!possible.equals(wanted)) {
                unsettled.add("In the model, " + wanted.key() + " has the values " + labels(wanted)
                        + " instead of "
                        + labels(there) + ": " + reason(there, possible));
            }
            return possible;
        }
        return granted;
    }

    private String reason(EnumType there, EnumType possible) {
        ObjectKey holder = partitionKeys.holder(there.name());
        return holder == null
                ? "PostgreSQL cannot take values from a type that a partition key has, or put"
                        + " them in another order, so it will have " + labels(possible)
                        + ". The change needs a new table and a copy of the rows."
                : "PostgreSQL cannot take values from a type, or put them in another order, and no new type replaces this"
                        + " one, which " + holder + " needs; so it will have " + labels(possible)
                        + ". To replace it, drop the " + holder.kind().sql().toLowerCase(Locale.ROOT)
                        + " in another revision before.";
    }

    private static String labels(EnumType type) {
        return type.labels().stream().map(label -> "'" + label + "'").collect(Collectors.joining(", "));
    }

    Routine routine(Routine granted) {
        if (!(database.object(granted.key()) instanceof Routine there) || Signatures.areSame(there, granted)) {
            return granted;
        }
        return database.dependents(granted.key()).stream()
                .filter(this::cannotBeRecreated)
                .findFirst()
                .map(holder -> held(granted, there, holder))
                .orElse(granted);
    }

    /** An object that needs a function, and cannot be dropped and created again for it. */
    private boolean cannotBeRecreated(ObjectKey key) {
        return switch (key.kind()) {
            case TYPE,
                    OPERATOR,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    CAST,
                    CONVERSION,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE -> true;
            case DOMAIN -> nestedDomains.contains(key.name());
            default -> false;
        };
    }

    private Routine held(Routine wanted, Routine there, ObjectKey holder) {
        unsettled.add("In the model, " + wanted.key() + " has another result or other names of arguments, for which"
                + " it must be dropped and created again: " + holder
                + " needs it, and cannot be created again. So it"
                + " stays. The change needs a function of another name.");
        return new Routine(
                wanted.name(),
                wanted.procedure(),
                wanted.arguments(),
                there.result(),
                there.definition(),
                wanted.grants(),
                wanted.comment());
    }

    private Domain domain(Domain wanted, Domain there) {
        boolean more = (wanted.notNull() && !there.notNull())
                || !there.checks().stream()
                        .map(NewTable::meaning)
                        .toList()
                        .containsAll(
                                wanted.checks().stream().map(NewTable::meaning).toList());
        if (!more || !nestedDomains.contains(there.name()) || !wanted.type().equals(there.type())) {
            return wanted;
        }
        unsettled.add(
                "In the model, " + wanted.key() + " has other checks: PostgreSQL adds none to a domain that a"
                        + " column has within an array or a composite type, so its checks stay. The change needs a new domain.");
        return new Domain(
                wanted.name(),
                wanted.type(),
                wanted.collation(),
                wanted.defaultExpression(),
                there.notNull(),
                there.checks(),
                wanted.grants(),
                wanted.comment());
    }
}
