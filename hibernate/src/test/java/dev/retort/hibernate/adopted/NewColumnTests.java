/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.script.SqlScriptWriter;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.schema.name.ServerVersion;
import dev.retort.test.Invariant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** New NOT NULL columns in a table with rows. */
class NewColumnTests extends EntityCase {

    private static final String ROWS = """
            CREATE TABLE bin (id bigint NOT NULL CONSTRAINT bin_pkey PRIMARY KEY);
            INSERT INTO bin VALUES (1), (2);
            """;

    private static final String UPDATE = "UPDATE bin SET key = gen_random_uuid(), phone = '118';";

    @Test
    void getTheValuesOfNewObjects() {
        database(ROWS);
        DiffSettings settings = model(Filled.After.Bin.class);
        Invariant.Outcome outcome = invariant.holdMapping(settings);
        assertThat(outcome.violations()).isEmpty();

        invariant.upgrade(settings);

        assertThat(invariant
                        .real()
                        .query(
                                "SELECT concat_ws(' ', weight, heavy, factor, version, note, named, ordinal, typed, flag,"
                                        + " floor,"
                                        + " deleted) FROM bin WHERE id = 1"))
                .containsExactly("0 t 1.5 0 it's new LARGE 1 SMALL 1 1 f");
        assertThat(outcome.difference().upgrade().stream()
                        .map(AnnotatedOperation::notes)
                        .flatMap(List::stream))
                .contains(
                        "The rows of bin get 1.5, as a new Bin has.",
                        "The rows of bin get false, as none of them is deleted.");
    }

    @Test
    void getTheValuesOfNewObjectsInTheTableOfEachClass() {
        database(ROWS + "CREATE TABLE sack (id bigint NOT NULL CONSTRAINT sack_pkey PRIMARY KEY);\n"
                + "INSERT INTO sack VALUES (3);\n");
        DiffSettings settings =
                model(Filled.Versioned.Container.class, Filled.Versioned.Bin.class, Filled.Versioned.Sack.class);
        assertThat(invariant.holdMapping(settings).violations()).isEmpty();

        invariant.upgrade(settings);

        assertThat(invariant.real().query("SELECT weight, version, heavy FROM bin WHERE id = 1"))
                .containsExactly("7|0|t");
        assertThat(invariant.real().query("SELECT weight, version FROM sack")).containsExactly("7|0");
    }

    @Test
    void stopTheUpgradeWithTheMissingStatementIfTheValueIsUnknown() {
        database(ROWS);
        DiffSettings settings = model(Filled.Unknown.Bin.class);

        assertThatThrownBy(() -> invariant.upgrade(settings))
                .hasMessageContaining(
                        "bin.made, bin.key and bin.phone are NOT NULL, and the rows of bin have no values for them yet")
                .hasMessageContaining("write UPDATE public.bin SET made = ..., key = ..., phone = ... in place of");
        assertThat(invariant.real().query("SELECT count(*) FROM information_schema.columns WHERE table_name = 'bin'"))
                .containsExactly("1");
    }

    @Test
    void goIntoATableWithoutRowsAsTheyAre() {
        database("CREATE TABLE bin (id bigint NOT NULL CONSTRAINT bin_pkey PRIMARY KEY)");

        assertThat(invariant.holdMapping(model(Filled.Unknown.Bin.class)).violations())
                .isEmpty();
    }

    @Test
    void areMarkedWhereAPersonHasToFillInAValue() {
        database(ROWS);
        Difference difference =
                invariant.holdMapping(model(Filled.Unknown.Bin.class)).difference();

        assertThat(difference.upgrade().stream()
                        .filter(change -> change.operation() instanceof ExecuteSql)
                        .flatMap(change -> change.notes().stream()))
                .containsExactly("FILL IN: the values of made, key and phone for the rows of bin."
                        + " Until then the script stops here if there are any.");
    }

    @Test
    void areFilledTogetherBeforeColumnsThatAreGeneratedFromThem() {
        database(ROWS);
        Difference difference =
                invariant.holdMapping(model(Filled.Several.Bin.class)).difference();
        String script = new SqlScriptWriter(SqlRenderer.of(new ServerVersion(Invariant.version())))
                .section(difference.upgrade().stream()
                        .map(change -> new RenderedOperation(change.operation(), change.notes()))
                        .toList());
        String filled = script.replaceFirst("(?s)DO \\$fill\\$.*\\$fill\\$;", UPDATE);

        assertThat(filled.replace(" VIRTUAL;", " STORED;"))
                .as("from 18 on virtual")
                .isEqualTo("""
                ALTER TABLE public.bin
                    -- The rows of bin get 0, as a new Bin has.
                    ADD COLUMN weight integer DEFAULT 0 NOT NULL,
                    ADD COLUMN key uuid,
                    ADD COLUMN phone character varying(255);

                -- FILL IN: the values of key and phone for the rows of bin. Until then the script stops here if there are any.
                UPDATE bin SET key = gen_random_uuid(), phone = '118';

                ALTER TABLE public.bin
                    ALTER COLUMN weight DROP DEFAULT,
                    ALTER COLUMN key SET NOT NULL,
                    ALTER COLUMN phone SET NOT NULL;

                ALTER TABLE public.bin ADD COLUMN digits integer GENERATED ALWAYS AS (length((phone)::text)) STORED;
                """);
        invariant.real().execute(filled);
        assertThat(invariant.real().query("SELECT concat_ws(' ', phone, weight, digits) FROM bin"))
                .containsExactly("118 0 3", "118 0 3");
    }
}
