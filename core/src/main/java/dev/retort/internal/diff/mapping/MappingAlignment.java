/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.MappingContext;
import dev.retort.diff.Tolerance;
import dev.retort.diff.ToleratedRule;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;

/** The state that the parts of an alignment share: both sides, what is tolerated, what was stated before, and what was left. */
final class MappingAlignment {

    private final DatabaseSchema model;
    private final Lookup database;
    private final DiffSettings settings;
    private final StatedRules rules;
    private final EnumAlignment enums;
    private final SequenceAlignment sequences;
    private final List<ToleratedRule> tolerated = new ArrayList<>();

    MappingAlignment(DatabaseSchema model, Lookup database, DiffSettings settings, StatedRules rules) {
        this.model = model;
        this.database = database;
        this.settings = settings;
        this.rules = rules;
        this.enums = new EnumAlignment(
                database, new Lookup(model), settings.context().facts().ordinalEnums());
        this.sequences = new SequenceAlignment(database, settings.context());
    }

    DatabaseSchema model() {
        return model;
    }

    Lookup database() {
        return database;
    }

    MappingContext context() {
        return settings.context();
    }

    StatedRules rules() {
        return rules;
    }

    EnumAlignment enums() {
        return enums;
    }

    SequenceAlignment sequences() {
        return sequences;
    }

    boolean tolerates(Tolerance kind) {
        return settings.context().tolerates(kind);
    }

    /** {@return whether named objects of a kind stay that the model might have stated} */
    boolean keeps(Tolerance kind) {
        return tolerates(kind) && !settings.dropUnknown();
    }

    boolean dropsUnknown() {
        return settings.dropUnknown();
    }

    void leave(Tolerance kind, String what) {
        tolerated.add(new ToleratedRule(kind, what));
    }

    List<ToleratedRule> tolerated() {
        return tolerated.stream().sorted().distinct().toList();
    }
}
