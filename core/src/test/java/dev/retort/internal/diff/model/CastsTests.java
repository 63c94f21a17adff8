/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.part.DataType;
import dev.retort.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What Retort knows of casts, and what {@code pg_cast} of the server says. */
class CastsTests {

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

    private static final List<String> TYPES = List.of(
            "bigint",
            "bit",
            "bit varying",
            "boolean",
            "bytea",
            "character",
            "character varying",
            "cidr",
            "date",
            "double precision",
            "inet",
            "integer",
            "interval",
            "json",
            "jsonb",
            "macaddr",
            "macaddr8",
            "money",
            "numeric",
            "oid",
            "real",
            "smallint",
            "text",
            "time with time zone",
            "time without time zone",
            "timestamp with time zone",
            "timestamp without time zone",
            "uuid",
            "xml");

    private final Casts casts = new Casts(new Lookup(DatabaseSchema.EMPTY), new Lookup(DatabaseSchema.EMPTY));

    private static Set<String> ofTheServer(String contexts) {
        try (TestDatabase database = TestDatabase.create()) {
            return new TreeSet<>(database.query("SELECT format_type(castsource, NULL) || ' > '"
                    + " || format_type(casttarget, NULL) FROM pg_cast WHERE castcontext = ANY ('" + contexts + "')"));
        }
    }

    private List<String> differences(boolean byItself, Set<String> server) {
        List<String> differences = new ArrayList<>();
        for (String from : TYPES) {
            for (String to : TYPES) {
                if (!from.equals(to) && !TEXTS.contains(from) && !TEXTS.contains(to)) {
                    String using = casts.using("c", new DataType(from), new DataType(to));
                    boolean known = byItself ? using == null : using != null && using.equals("c::" + to);
                    if (known != server.contains(from + " > " + to)) {
                        differences.add(from + " > " + to + ": " + using);
                    }
                }
            }
        }
        return differences;
    }

    @Test
    void anAssignmentNeedsNoUsingClauseExactlyWhereTheServerCasts() {
        assertThat(differences(true, ofTheServer("{a,i}"))).isEmpty();
    }

    /** PostgreSQL 18 also casts between integers and bytea; what Retort writes has to run on 13, too. */
    @Test
    void anExplicitCastIsWrittenExactlyWhereTheServerHasOne() {
        Set<String> server = ofTheServer("{e}");
        server.removeIf(cast -> cast.matches("bytea > .*int.*|.*int.* > bytea"));

        assertThat(differences(false, server)).isEmpty();
    }

    @Test
    void everyTypeIsAssignedToTextAndATextIsCastToEveryType() {
        for (String type : TYPES) {
            if (!TEXTS.contains(type)) {
                assertThat(casts.using("c", new DataType(type), new DataType("text")))
                        .as(type)
                        .isNull();
                assertThat(casts.using("c", new DataType("text"), new DataType(type)))
                        .isEqualTo("c::" + type);
            }
        }
    }
}
