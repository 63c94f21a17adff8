/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import dev.retort.model.ScratchSettings;
import dev.retort.settings.AdoptionSettings;
import dev.retort.settings.AutogenerateSettings;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.LintPolicy;
import dev.retort.settings.LockTimeouts;
import dev.retort.settings.MissingScripts;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.ObjectSettings;
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

    String name = "default";
    String target = "head";
    List<String> locations = List.of("classpath:db/migrations");
    List<String> javaPackages = List.of();
    SourceSettings sources = SourceSettings.defaults();
    TableNames tables = TableNames.defaults();
    SessionSettings session = SessionSettings.defaults();
    boolean createSchema = false;
    LockTimeouts lockTimeouts = LockTimeouts.defaults();
    TransactionMode transaction = TransactionMode.PER_REVISION;

    @Nullable
    Duration waitForLock;

    int connectRetries = 0;
    NonEmptySchemaPolicy onNonEmptySchema = NonEmptySchemaPolicy.REFUSE;
    AdoptionSettings adoption = AdoptionSettings.defaults();
    ChangedScripts changedScripts = ChangedScripts.FAIL;
    MissingScripts missingScripts = MissingScripts.WARN;
    UnknownRevision unknownRevision = UnknownRevision.AHEAD;
    Duration waitTimeout = Duration.ofMinutes(5);
    int scriptTextLimit = 1 << 20;
    Map<String, String> placeholders = Map.of();
    SecretPlaceholders secretPlaceholders = SecretPlaceholders.defaults();

    @Nullable
    String model;

    ObjectSettings objects = ObjectSettings.standard();
    ScratchSettings scratch = ScratchSettings.none();
    AutogenerateSettings autogenerate = AutogenerateSettings.defaults();
    LintPolicy lint = LintPolicy.defaults();

    RetortSettingsBuilder() {}

    /**
     * Sets the name of the database: see {@link RetortSettings#name}.
     *
     * @param value the name, as messages and listeners show it; {@code default} unless set
     * @return this builder
     */
    public RetortSettingsBuilder name(String value) {
        name = value;
        return this;
    }

    /**
     * Sets how far a start goes: see {@link RetortSettings#target}.
     *
     * @param value a target as Alembic reads it, such as {@code heads} or a revision id; {@code head} unless set
     * @return this builder
     */
    public RetortSettingsBuilder target(String value) {
        target = value;
        return this;
    }

    /**
     * Sets where scripts are: see {@link RetortSettings#locations}.
     *
     * @param value {@code classpath:folder}, {@code filesystem:folder} or a plain path; {@code classpath:db/migrations}
     *     unless set
     * @return this builder
     */
    public RetortSettingsBuilder locations(List<String> value) {
        locations = value;
        return this;
    }

    /**
     * Sets where Java revisions are: see {@link RetortSettings#javaPackages}.
     *
     * @param value names of packages, which are searched with their sub-packages; none unless set
     * @return this builder
     */
    public RetortSettingsBuilder javaPackages(List<String> value) {
        javaPackages = value;
        return this;
    }

    /**
     * Sets how new scripts are written: see {@link RetortSettings#sources}.
     *
     * @param value folder, file names and commands for new scripts
     * @return this builder
     */
    public RetortSettingsBuilder sources(SourceSettings value) {
        sources = value;
        return this;
    }

    /**
     * Sets the names of Retort's tables: see {@link RetortSettings#tables}.
     *
     * @param value the names, {@link TableNames#defaults} unless set
     * @return this builder
     */
    public RetortSettingsBuilder tables(TableNames value) {
        tables = value;
        return this;
    }

    /**
     * Sets the settings of the session: see {@link RetortSettings#session}.
     *
     * @param value what Retort sets at the start of each session, {@link SessionSettings#defaults} unless set
     * @return this builder
     */
    public RetortSettingsBuilder session(SessionSettings value) {
        session = value;
        return this;
    }

    /**
     * Sets whether the schema is created: see {@link RetortSettings#createSchema}.
     *
     * @param value whether {@code CREATE SCHEMA} runs when the schema of the session does not exist; {@code false}
     *     unless set
     * @return this builder
     */
    public RetortSettingsBuilder createSchema(boolean value) {
        createSchema = value;
        return this;
    }

    /**
     * Sets how DDL waits for locks: see {@link RetortSettings#lockTimeouts}.
     *
     * @param value {@code lock_timeout} and retries, {@link LockTimeouts#defaults} unless set
     * @return this builder
     */
    public RetortSettingsBuilder lockTimeouts(LockTimeouts value) {
        lockTimeouts = value;
        return this;
    }

    /**
     * Sets how steps are grouped: see {@link RetortSettings#transaction}.
     *
     * @param value one transaction for each revision or one for all; {@link TransactionMode#PER_REVISION} unless set
     * @return this builder
     */
    public RetortSettingsBuilder transaction(TransactionMode value) {
        transaction = value;
        return this;
    }

    /**
     * Sets how long to wait for another run: see {@link RetortSettings#waitForLock}.
     *
     * @param value how long to wait for the migration lock; zero to refuse at once, {@code null} to wait as long as its
     *     holder lives, which is the default
     * @return this builder
     */
    public RetortSettingsBuilder waitForLock(@Nullable Duration value) {
        waitForLock = value;
        return this;
    }

    /**
     * Sets how often to connect again: see {@link RetortSettings#connectRetries}.
     *
     * @param value how often a failed connection is tried again; 0 unless set
     * @return this builder
     */
    public RetortSettingsBuilder connectRetries(int value) {
        connectRetries = value;
        return this;
    }

    /**
     * Sets from which tool a database is adopted: see {@link RetortSettings#adoption}.
     *
     * @param value the other tool and its history table
     * @return this builder
     */
    public RetortSettingsBuilder adoption(AdoptionSettings value) {
        adoption = value;
        return this;
    }

    /**
     * Sets what to do with a schema that has objects and no version table: see {@link RetortSettings#onNonEmptySchema}.
     *
     * @param value what to do; {@link NonEmptySchemaPolicy#REFUSE} unless set
     * @return this builder
     */
    public RetortSettingsBuilder onNonEmptySchema(NonEmptySchemaPolicy value) {
        onNonEmptySchema = value;
        return this;
    }

    /**
     * Sets what to do with changed scripts: see {@link RetortSettings#changedScripts}.
     *
     * @param value what to do; {@link ChangedScripts#FAIL} unless set
     * @return this builder
     */
    public RetortSettingsBuilder changedScripts(ChangedScripts value) {
        changedScripts = value;
        return this;
    }

    /**
     * Sets what to do about locations without scripts: see {@link RetortSettings#missingScripts}.
     *
     * @param value what to do; {@link MissingScripts#WARN} unless set
     * @return this builder
     */
    public RetortSettingsBuilder missingScripts(MissingScripts value) {
        missingScripts = value;
        return this;
    }

    /**
     * Sets what to do with unknown version rows: see {@link RetortSettings#unknownRevision}.
     *
     * @param value what to do; {@link UnknownRevision#AHEAD} unless set
     * @return this builder
     */
    public RetortSettingsBuilder unknownRevision(UnknownRevision value) {
        unknownRevision = value;
        return this;
    }

    /**
     * Sets how long to wait for another process: see {@link RetortSettings#waitTimeout}.
     *
     * @param value how long {@link StartMode#WAIT} waits; 5 minutes unless set
     * @return this builder
     */
    public RetortSettingsBuilder waitTimeout(Duration value) {
        waitTimeout = value;
        return this;
    }

    /**
     * Sets the largest script text to keep, in bytes: see {@link RetortSettings#scriptTextLimit}.
     *
     * @param value bytes of UTF-8; 0 keeps no text, 1,048,576 unless set
     * @return this builder
     */
    public RetortSettingsBuilder scriptTextLimit(int value) {
        scriptTextLimit = value;
        return this;
    }

    /**
     * Sets the values of placeholders: see {@link RetortSettings#placeholders}.
     *
     * @param value value by name, without dollar sign and braces; none unless set
     * @return this builder
     */
    public RetortSettingsBuilder placeholders(Map<String, String> value) {
        placeholders = value;
        return this;
    }

    /**
     * Sets the names of placeholders whose values are not kept: see {@link RetortSettings#secretPlaceholders}.
     *
     * @param value names with {@code *} for any characters, {@link SecretPlaceholders#defaults} unless set
     * @return this builder
     */
    public RetortSettingsBuilder secretPlaceholders(SecretPlaceholders value) {
        secretPlaceholders = value;
        return this;
    }

    /**
     * Sets what the database is compared with: see {@link RetortSettings#model}.
     *
     * @param value such as {@code hibernate} or {@code sql:schema.sql}; {@code null} for the only model of the
     *     application, which is the default
     * @return this builder
     */
    public RetortSettingsBuilder model(@Nullable String value) {
        model = value;
        return this;
    }

    /**
     * Sets where object files are: see {@link RetortSettings#objects}.
     *
     * @param value the location; {@code classpath:db/objects} unless set
     * @return this builder
     */
    public RetortSettingsBuilder objects(ObjectSettings value) {
        objects = value;
        return this;
    }

    /**
     * Sets where a model is created for the comparison: see {@link RetortSettings#scratch}.
     *
     * @param value a server for scratch databases; none unless set
     * @return this builder
     */
    public RetortSettingsBuilder scratch(ScratchSettings value) {
        scratch = value;
        return this;
    }

    /**
     * Sets what a comparison excludes: see {@link RetortSettings#autogenerate}.
     *
     * @param value patterns and what becomes of unknown objects, {@link AutogenerateSettings#defaults} unless set
     * @return this builder
     */
    public RetortSettingsBuilder autogenerate(AutogenerateSettings value) {
        autogenerate = value;
        return this;
    }

    /**
     * Sets how {@code lint} judges revisions: see {@link RetortSettings#lint}.
     *
     * @param value severities and limits, {@link LintPolicy#defaults} unless set
     * @return this builder
     */
    public RetortSettingsBuilder lint(LintPolicy value) {
        lint = value;
        return this;
    }

    /** {@return the settings} */
    public RetortSettings build() {
        return new RetortSettings(this);
    }
}
