/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import dev.retort.model.ScratchSettings;
import dev.retort.settings.AdoptionSettings;
import dev.retort.settings.AutogenerateSettings;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.LockTimeouts;
import dev.retort.settings.MissingScripts;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.SecretPlaceholders;
import dev.retort.settings.SessionSettings;
import dev.retort.settings.SourceSettings;
import dev.retort.settings.TableNames;
import dev.retort.settings.TransactionMode;
import dev.retort.settings.UnknownRevision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link RetortSettings}; every setting has the default of the documentation. Not thread-safe.
 *
 * @since 0.1
 */
public final class RetortSettingsBuilder {

    private String name = "default";
    private String target = "head";
    private List<String> locations = List.of("classpath:db/migrations");
    private List<String> javaPackages = List.of();
    private SourceSettings sources = SourceSettings.defaults();
    private TableNames tables = TableNames.defaults();
    private SessionSettings session = SessionSettings.defaults();
    private boolean createSchema = false;
    private LockTimeouts lockTimeouts = LockTimeouts.defaults();
    private TransactionMode transaction = TransactionMode.PER_REVISION;
    private @Nullable Duration waitForLock;
    private int connectRetries = 0;
    private NonEmptySchemaPolicy onNonEmptySchema = NonEmptySchemaPolicy.REFUSE;
    private AdoptionSettings adoption = AdoptionSettings.defaults();
    private ChangedScripts changedScripts = ChangedScripts.FAIL;
    private MissingScripts missingScripts = MissingScripts.WARN;
    private UnknownRevision unknownRevision = UnknownRevision.AHEAD;
    private Duration waitTimeout = Duration.ofMinutes(5);
    private int scriptTextLimit = 1 << 20;
    private Map<String, String> placeholders = Map.of();
    private SecretPlaceholders secretPlaceholders = SecretPlaceholders.defaults();
    private @Nullable String model;
    private ScratchSettings scratch = ScratchSettings.none();
    private AutogenerateSettings autogenerate = AutogenerateSettings.defaults();

    RetortSettingsBuilder() {}

    /** Sets the name of the database: see {@link RetortSettings#name}. */
    public RetortSettingsBuilder name(String value) {
        name = value;
        return this;
    }

    /** Sets how far a start goes: see {@link RetortSettings#target}. */
    public RetortSettingsBuilder target(String value) {
        target = value;
        return this;
    }

    /** Sets where scripts are: see {@link RetortSettings#locations}. */
    public RetortSettingsBuilder locations(List<String> value) {
        locations = value;
        return this;
    }

    /** Sets where Java revisions are: see {@link RetortSettings#javaPackages}. */
    public RetortSettingsBuilder javaPackages(List<String> value) {
        javaPackages = value;
        return this;
    }

    /** Sets how new scripts are written: see {@link RetortSettings#sources}. */
    public RetortSettingsBuilder sources(SourceSettings value) {
        sources = value;
        return this;
    }

    /** Sets the names of Retort's tables: see {@link RetortSettings#tables}. */
    public RetortSettingsBuilder tables(TableNames value) {
        tables = value;
        return this;
    }

    /** Sets the settings of the session: see {@link RetortSettings#session}. */
    public RetortSettingsBuilder session(SessionSettings value) {
        session = value;
        return this;
    }

    /** Sets whether the schema is created: see {@link RetortSettings#createSchema}. */
    public RetortSettingsBuilder createSchema(boolean value) {
        createSchema = value;
        return this;
    }

    /** Sets how DDL waits for locks: see {@link RetortSettings#lockTimeouts}. */
    public RetortSettingsBuilder lockTimeouts(LockTimeouts value) {
        lockTimeouts = value;
        return this;
    }

    /** Sets how steps are grouped: see {@link RetortSettings#transaction}. */
    public RetortSettingsBuilder transaction(TransactionMode value) {
        transaction = value;
        return this;
    }

    /** Sets how long to wait for another run: see {@link RetortSettings#waitForLock}. */
    public RetortSettingsBuilder waitForLock(@Nullable Duration value) {
        waitForLock = value;
        return this;
    }

    /** Sets how often to connect again: see {@link RetortSettings#connectRetries}. */
    public RetortSettingsBuilder connectRetries(int value) {
        connectRetries = value;
        return this;
    }

    /** Sets from which tool a database is adopted: see {@link RetortSettings#adoption}. */
    public RetortSettingsBuilder adoption(AdoptionSettings value) {
        adoption = value;
        return this;
    }

    /** Sets what to do with a schema that has objects and no version table: see {@link RetortSettings#onNonEmptySchema}. */
    public RetortSettingsBuilder onNonEmptySchema(NonEmptySchemaPolicy value) {
        onNonEmptySchema = value;
        return this;
    }

    /** Sets what to do with changed scripts: see {@link RetortSettings#changedScripts}. */
    public RetortSettingsBuilder changedScripts(ChangedScripts value) {
        changedScripts = value;
        return this;
    }

    /** Sets what to do about locations without scripts: see {@link RetortSettings#missingScripts}. */
    public RetortSettingsBuilder missingScripts(MissingScripts value) {
        missingScripts = value;
        return this;
    }

    /** Sets what to do with unknown version rows: see {@link RetortSettings#unknownRevision}. */
    public RetortSettingsBuilder unknownRevision(UnknownRevision value) {
        unknownRevision = value;
        return this;
    }

    /** Sets how long to wait for another process: see {@link RetortSettings#waitTimeout}. */
    public RetortSettingsBuilder waitTimeout(Duration value) {
        waitTimeout = value;
        return this;
    }

    /** Sets the largest script text to keep, in bytes: see {@link RetortSettings#scriptTextLimit}. */
    public RetortSettingsBuilder scriptTextLimit(int value) {
        scriptTextLimit = value;
        return this;
    }

    /** Sets the values of placeholders: see {@link RetortSettings#placeholders}. */
    public RetortSettingsBuilder placeholders(Map<String, String> value) {
        placeholders = value;
        return this;
    }

    /** Sets the names of placeholders whose values are not kept: see {@link RetortSettings#secretPlaceholders}. */
    public RetortSettingsBuilder secretPlaceholders(SecretPlaceholders value) {
        secretPlaceholders = value;
        return this;
    }

    /** Sets what the database is compared with: see {@link RetortSettings#model}. */
    public RetortSettingsBuilder model(@Nullable String value) {
        model = value;
        return this;
    }

    /** Sets where a model is made to be compared: see {@link RetortSettings#scratch}. */
    public RetortSettingsBuilder scratch(ScratchSettings value) {
        scratch = value;
        return this;
    }

    /** Sets what a comparison leaves out: see {@link RetortSettings#autogenerate}. */
    public RetortSettingsBuilder autogenerate(AutogenerateSettings value) {
        autogenerate = value;
        return this;
    }

    /** {@return the settings} */
    public RetortSettings build() {
        return new RetortSettings(
                name,
                target,
                locations,
                missingScripts,
                javaPackages,
                sources,
                tables,
                session,
                createSchema,
                lockTimeouts,
                transaction,
                waitForLock,
                connectRetries,
                onNonEmptySchema,
                adoption,
                changedScripts,
                unknownRevision,
                waitTimeout,
                scriptTextLimit,
                placeholders,
                secretPlaceholders,
                model,
                scratch,
                autogenerate);
    }
}
