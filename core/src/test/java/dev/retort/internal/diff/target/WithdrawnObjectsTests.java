/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.operation.Operation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions and views whose object files are gone while objects that stay need them. */
class WithdrawnObjectsTests extends InvariantTestCase {

    private static final String KEPT = """
            CREATE TABLE t (id int);
            """;
    private static final String DATABASE = KEPT + """
            CREATE TYPE pair AS (a integer, b integer);
            CREATE FUNCTION parsed(text) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT ROW(1, 2)::pair';
            CREATE CAST (text AS pair) WITH FUNCTION parsed(text);
            CREATE FUNCTION above(pair, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
            CREATE OPERATOR >>> (FUNCTION = above, LEFTARG = pair, RIGHTARG = integer);
            CREATE VIEW one AS SELECT id FROM t;
            CREATE FUNCTION text_of(one) RETURNS text LANGUAGE sql AS 'SELECT $1.id::text';
            CREATE CAST (one AS text) WITH FUNCTION text_of(one);
            CREATE FUNCTION is_even(integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 2 = 0';
            CREATE DOMAIN even AS integer CHECK (is_even(VALUE));
            CREATE FUNCTION added(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
            CREATE AGGREGATE total(integer) (SFUNC = added, STYPE = integer);
            CREATE FUNCTION unneeded() RETURNS integer LANGUAGE sql AS 'SELECT 1';
            """;

    private static DatabaseSchema schema(String sql) {
        invariant.clearWanted();
        invariant.prepare(DATABASE, sql);
        return invariant.picture().schema();
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void stayWhereAnObjectOfTheDatabaseNeedsThem(boolean dropsUnknown, boolean isMapping) {
        DatabaseSchema database = schema(DATABASE);
        Set<ObjectKey> files = database.objects().stream()
                .map(SchemaObject::key)
                .filter(key -> key.kind() == ObjectKind.FUNCTION || key.kind() == ObjectKind.VIEW)
                .collect(Collectors.toSet());
        DiffSettings settings = Invariant.everything().withMapping(isMapping).withDropUnknown(dropsUnknown);
        Map<String, String> marks = new HashMap<>();
        new SchemaDiff(settings.withObjects(files))
                .between(database, database).marks().stream()
                        .filter(mark -> mark.startsWith("+ "))
                        .forEach(mark -> marks.put(mark.substring(2), "a1"));
        DatabaseSchema model = schema(KEPT);
        DiffSettings withdrawn =
                settings.withObjects(Set.of()).withContext(settings.context().stating(marks));

        assertThat(marks).isNotEmpty();
        assertThat(invariant.holdMapping(withdrawn).violations()).isEmpty();

        Difference difference = new SchemaDiff(withdrawn).between(database, model);
        List<String> dropped =
                difference.operations().stream().map(Operation::describe).toList();
        assertThat(dropped).contains("drop function public.unneeded()");
        assertThat(dropped)
                .doesNotContain("drop function public.parsed(text)", "drop view public.one", "drop type public.pair");
        if (isMapping || !dropsUnknown) {
            assertThat(dropped).hasSize(1);
            assertThat(difference.unsettled())
                    .contains(
                            "No object file states function public.is_even(integer) now, but domain public.even needs it: it stays."
                                    + " Change or drop the domain first.");
        }
    }
}
