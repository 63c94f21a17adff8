/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.graph.Revision;
import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.history.ProgressRow;
import dev.retort.internal.history.RecordedRevision;
import dev.retort.internal.history.ServerFacts;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.history.table.VersionTable;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.ScriptManifest;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.script.ScriptRepository;
import dev.retort.internal.script.Scripts;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.run.RunKind;
import dev.retort.settings.AdoptionSettings;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.LockTimeouts;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.RunPolicy;
import dev.retort.settings.SecretPlaceholders;
import dev.retort.settings.SessionSettings;
import dev.retort.settings.TableNames;
import dev.retort.settings.TransactionMode;
import dev.retort.settings.UnknownRevision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Scripts and states of databases as values: what is decided about them needs no server. */
abstract class PlanTestCase {

    /** A chain of scripts. */
    static List<RevisionScript> chain(String... ids) {
        List<RevisionScript> scripts = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            scripts.add(script(ids[i], i == 0 ? null : ids[i - 1], false));
        }
        return scripts;
    }

    static RevisionScript script(String id, @Nullable String parent, boolean autocommit) {
        ScriptPart part = new ScriptPart(autocommit, List.of(new SqlStatement("SELECT 1", 5, null)));
        return new RevisionScript(
                new Revision(id, parent == null ? List.of() : List.of(parent), List.of(), List.of()),
                id + ".sql",
                "make " + id,
                "",
                false,
                List.of(part),
                new DowngradeSection.Reversible(List.of(part)),
                "checksum of " + id,
                "",
                null);
    }

    /** A database of which only what a test states is known. */
    static final class Database {

        private @Nullable VersionTable versionTable = new VersionTable(VersionTable.WIDTH);
        private List<String> rows = List.of();
        private final Map<String, RecordedRevision> recorded = new TreeMap<>();
        private final List<ProgressRow> progress = new ArrayList<>();

        Database at(String... versionRows) {
            rows = List.of(versionRows);
            return this;
        }

        Database withVersionTable(@Nullable VersionTable table) {
            versionTable = table;
            return this;
        }

        Database ran(String revision, String checksum, String... parents) {
            recorded.put(
                    revision,
                    new RecordedRevision(
                            revision,
                            RunKind.UPGRADE,
                            List.of(parents),
                            List.of(),
                            "",
                            checksum,
                            "postgres",
                            null,
                            Instant.EPOCH,
                            Duration.ZERO,
                            null));
            return this;
        }

        Database began(String revision, RunKind kind) {
            progress.add(new ProgressRow(revision, kind, 1, "fingerprint", false, null));
            return this;
        }

        MigrationState with(List<RevisionScript> scripts) {
            return new MigrationState(
                    Revisions.of(scripts),
                    new DatabaseState(
                            new ServerFacts("PostgreSQL 17.6", false, 1),
                            new Tables("public", TableNames.defaults(), null),
                            versionTable,
                            true,
                            true,
                            rows,
                            recorded,
                            Map.of(),
                            null,
                            progress,
                            null));
        }
    }

    /** The environment of the default settings, whose connections are not used. */
    static RunEnvironment environment() {
        return environment(TransactionMode.PER_REVISION, ChangedScripts.FAIL);
    }

    static RunEnvironment environment(TransactionMode transaction, ChangedScripts changedScripts) {
        ScriptRepository none = new ScriptRepository() {
            @Override
            public Scripts read() {
                return scripts(List.of());
            }

            @Override
            public Optional<ScriptManifest> manifest() {
                return Optional.empty();
            }
        };
        return new RunEnvironment(
                "default",
                none,
                new ConnectionSource(new PGSimpleDataSource(), 0, Sleeper.system()),
                TableNames.defaults(),
                SessionSettings.defaults(),
                LockTimeouts.defaults(),
                new RunPolicy(
                        transaction,
                        null,
                        NonEmptySchemaPolicy.REFUSE,
                        AdoptionSettings.defaults(),
                        changedScripts,
                        UnknownRevision.AHEAD,
                        false,
                        1 << 20,
                        Map.of(),
                        SecretPlaceholders.defaults()),
                List.of(),
                Sleeper.system(),
                PendingRevisionsCheck.NONE);
    }

    static Scripts scripts(List<RevisionScript> all) {
        return new Scripts(all, new ScriptManifest(all.size(), "digest of " + all.size(), List.of()));
    }
}
