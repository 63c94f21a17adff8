/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.script.ImportedFrom;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.read.ScriptLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportedChainTests {

    private final List<SourceMigration> migrations = new ArrayList<>();
    private final List<RevisionScript> existing = new ArrayList<>();

    private ImportedChainTests series(int count) {
        for (int i = 1; i <= count; i++) {
            migrations.add(migration("v" + i));
        }
        return this;
    }

    private static SourceMigration migration(String id) {
        return new SourceMigration(
                id,
                new ImportedFrom("flyway", "V", List.of(id), List.of("1")),
                id + ".sql",
                id,
                false,
                new SourceText(id + ".sql", "SELECT 1;\n", null, true),
                null,
                "no undo");
    }

    private ImportedChainTests there(String id, String parent) {
        existing.add(ScriptLoader.parse(
                id + ".sql",
                "-- revision: " + id + "\n-- down_revision: " + parent + "\n\n-- migrate: upgrade\nSELECT 1;\n"));
        return this;
    }

    /** The chain from the base; the parent of the base is empty. */
    private Map<String, String> chain() {
        ImportedChain chain = ImportedChain.of(migrations, existing);
        Map<String, String> parents = new LinkedHashMap<>();
        for (SourceMigration migration : migrations) {
            String parent = chain.parentOf(migration.id());
            parents.put(migration.id(), parent == null ? "" : parent);
        }
        return parents;
    }

    @Test
    void followsTheSeries() {
        assertThat(series(3).chain()).isEqualTo(Map.of("v1", "", "v2", "v1", "v3", "v2"));
    }

    @Test
    void putsWhatTheToolGotSinceBehindTheLast() {
        assertThat(series(4).there("v1", "").there("v3", "v1").chain())
                .isEqualTo(Map.of("v1", "", "v3", "v1", "v2", "v3", "v4", "v2"));
    }

    @Test
    void putsDeletedScriptsBackToTheirPlaces() {
        assertThat(series(8)
                        .there("v1", "")
                        .there("v3", "v2")
                        .there("v6", "v5")
                        .there("v7", "v6")
                        .chain())
                .isEqualTo(Map.of(
                        "v1", "", "v2", "v1", "v3", "v2", "v4", "v3", "v5", "v4", "v6", "v5", "v7", "v6", "v8", "v7"));
    }

    @Test
    void putsADeletedBaseBack() {
        assertThat(series(3).there("v2", "v1").there("v3", "v2").chain())
                .isEqualTo(Map.of("v1", "", "v2", "v1", "v3", "v2"));
    }

    @Test
    void leavesRevisionsOfOnesOwnBetweenThem() {
        assertThat(series(3).there("v1", "").there("v2", "own").chain())
                .isEqualTo(Map.of("v1", "", "v2", "own", "v3", "v2"));
    }
}
