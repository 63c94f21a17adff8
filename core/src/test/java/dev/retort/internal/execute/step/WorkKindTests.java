/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkKindTests {

    private static Optional<WorkKind> of(String words) {
        return WorkKind.of(List.of(words.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "create index i on t ( a ), BUILD",
        "create unique index i on t ( a ), BUILD",
        "alter table t add unique ( a ), BUILD",
        "alter table t add column c int default random ( ), REWRITE",
        "alter table t alter column c type bigint, REWRITE",
        "alter table t add constraint f foreign key ( a ) references u ( id ), LOOKUP",
        "alter table t alter column c set not null, SCAN",
        "alter table t add constraint c check ( a > 0 ), SCAN"
    })
    void theTokensOfAStatementSayWhatItDoes(String words, WorkKind kind) {
        assertThat(of(words)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently i on t ( a )",
                "alter table if exists t alter column c set not null",
                "alter table t add constraint c check ( a > 0 ) not valid",
                "alter table t drop column c",
                "update t set type = 1",
                "alter table"
            })
    void whatTheTokensDoNotSayForSureIsLeftOut(String words) {
        assertThat(of(words)).isEmpty();
    }

    @Test
    void aStatementWithSeveralActionsIsOfNoKind() {
        assertThat(of("alter table t alter c set not null , add unique ( a )")).isEmpty();
        assertThat(of("alter table t add unique ( a , b )")).contains(WorkKind.BUILD);
    }

    @Test
    void aRewriteAlsoBuildsTheIndexes() {
        assertThat(WorkKind.REWRITE.takes(3, 2)).isTrue();
        assertThat(WorkKind.REWRITE.takes(1, 2)).isFalse();
        assertThat(WorkKind.SCAN.takes(1, 2)).isTrue();
        assertThat(WorkKind.BUILD.takes(2, 2)).isFalse();
    }
}
