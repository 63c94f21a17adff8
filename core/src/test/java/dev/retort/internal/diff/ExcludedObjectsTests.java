/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.NamePattern;
import dev.retort.diff.ObjectFilter;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import dev.retort.test.Samples;
import dev.retort.test.SchemaStates;
import dev.retort.test.Since;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that depend on excluded ones. */
class ExcludedObjectsTests extends InvariantTestCase {

    private static final String SCHEMA = """
            CREATE TABLE country (code text PRIMARY KEY, name text);
            CREATE TABLE city (id int PRIMARY KEY, country text REFERENCES country, capital_of text UNIQUE REFERENCES country);
            """;

    /** Names that a pattern contains as they are. */
    private static final Pattern PLAIN = Pattern.compile("(\\w+:)?\\w+(\\.\\w+)?");

    private static DiffSettings excluding(String pattern) {
        return Invariant.everything().withFilter(ObjectFilter.DEFAULT.without(List.of(NamePattern.parse(pattern))));
    }

    private static DiffSettings including(String pattern) {
        return Invariant.everything().withFilter(ObjectFilter.DEFAULT.only(List.of(NamePattern.parse(pattern))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country",
                "column:country.code",
                "column:city.country",
                "column:city.capital_of",
                "constraint:country_pkey",
                "constraint:city_country_fkey"
            })
    void areNoDifference(String pattern) {
        invariant.prepare(SCHEMA, SCHEMA);

        Invariant.Outcome outcome = invariant.holdPair(excluding(pattern));

        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.difference().operations()).isEmpty();
    }

    static Stream<SchemaStates> states() {
        return Samples.every(8, 0, SchemaStates.below(Path.of("src/test/resources/dev/retort/diff/pairs")).stream());
    }

    @Tag(Samples.TAG)
    @ParameterizedTest(name = "{index}")
    @MethodSource("states")
    void areNoDifferenceWhateverIsExcluded(SchemaStates states) {
        for (SchemaStates.Pair pair : states.pairs()) {
            if (Since.of(pair.after().sql()) <= Invariant.version()) {
                invariant.prepare("", pair.after().sql());
                DatabaseSchema schema = invariant.picture().schema();
                assertThat(patterns(schema)).as(pair.toString()).allSatisfy(pattern -> {
                    assertThat(new SchemaDiff(excluding(pattern))
                                    .between(schema, schema)
                                    .operations())
                            .isEmpty();
                    assertThat(new SchemaDiff(including(pattern))
                                    .between(schema, schema)
                                    .operations())
                            .isEmpty();
                });
            }
        }
    }

    private static Set<String> patterns(DatabaseSchema schema) {
        Set<String> patterns = new TreeSet<>();
        for (SchemaObject object : schema.objects()) {
            patterns.add(object.key().name().name());
        }
        for (Table table : schema.tables()) {
            String name = table.name().name();
            table.columns().forEach(column -> patterns.add("column:" + name + "." + column.name()));
            table.constraints().forEach(constraint -> patterns.add("constraint:" + constraint.name()));
            table.indexes().forEach(index -> patterns.add("index:" + index.name()));
            table.triggers().forEach(trigger -> patterns.add("trigger:" + trigger.name()));
        }
        patterns.removeIf(pattern -> !PLAIN.matcher(pattern).matches());
        return patterns;
    }

    @Test
    void areNoneWhereOnlyTheOtherTableIsIncluded() {
        invariant.prepare(SCHEMA, SCHEMA);

        assertThat(invariant.holdPair(including("city")).difference().operations())
                .isEmpty();
    }

    @Test
    void stayWithAForeignKeyThatChanges() {
        invariant.prepare(
                SCHEMA,
                SCHEMA.replace("country text REFERENCES country", "country text REFERENCES country ON DELETE CASCADE"));

        Invariant.Outcome outcome = invariant.holdPair(excluding("country"));

        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.difference().operations()).hasSize(2);
    }
}
