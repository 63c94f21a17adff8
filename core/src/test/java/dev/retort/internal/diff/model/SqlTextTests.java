/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.diff.rename.RoundTrip;
import dev.retort.schema.name.QualifiedName;
import org.junit.jupiter.api.Test;

class SqlTextTests {

    @Test
    void findsNamesOutsideOfLiterals() {
        assertThat(SqlText.words("lower(\"C d\") = 'it''s x' AND E'a\\'b' <> y"))
                .contains("lower", "C d", "y")
                .doesNotContain("x", "it", "b");
    }

    @Test
    void renamesAColumnButNoFunctionAndNoText() {
        assertThat(SqlText.renameColumn("a(a) = 'a' AND \"a\" > t.a", "a", "select"))
                .isEqualTo("a(\"select\") = 'a' AND \"select\" > t.\"select\"");
    }

    @Test
    void renamesWholeNamesOfAnObject() {
        QualifiedName mood = QualifiedName.of("public", "mood");
        assertThat(SqlText.renameObject(
                        "'x'::public.mood OR public.moody OR public.mood[]", mood, mood.sibling("mood_old")))
                .isEqualTo("'x'::public.mood_old OR public.moody OR public.mood_old[]");
    }

    @Test
    void spellsAnArrayOfTextsSoThatItComesOutAsItWentIn() {
        String printed = "(c)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])";
        String restored = "(c)::text = ANY (ARRAY[('x'::character varying)::text, ('y'::character varying)::text])";
        assertThat(RoundTrip.stable(printed))
                .isEqualTo("(c)::text = ANY (ARRAY['x'::character varying, 'y'::character varying])");
        assertThat(RoundTrip.canonical(restored)).isEqualTo(RoundTrip.canonical(printed));
    }
}
