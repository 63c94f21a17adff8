/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import dev.retort.internal.autogenerate.ComparisonSettings;
import dev.retort.model.ScratchSettings;
import dev.retort.settings.AdoptionSettings;
import dev.retort.settings.AutogenerateSettings;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.LintPolicy;
import dev.retort.settings.LockTimeouts;
import dev.retort.settings.MissingScripts;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.ObjectSettings;
import dev.retort.settings.RunPolicy;
import dev.retort.settings.SecretPlaceholders;
import dev.retort.settings.SessionSettings;
import dev.retort.settings.SourceSettings;
import dev.retort.settings.TableNames;
import dev.retort.settings.TransactionMode;
import dev.retort.settings.UnknownRevision;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of Retort. Immutable; {@link #builder()} starts from the defaults.
 *
 * @since 0.1
 */
public final class RetortSettings {

    private final String name;
    private final String target;
    private final List<String> locations;
    private final MissingScripts missingScripts;
    private final List<String> javaPackages;
    private final SourceSettings sources;
    private final TableNames tables;
    private final SessionSettings session;
    private final boolean createSchema;
    private final LockTimeouts lockTimeouts;
    private final TransactionMode transaction;
    private final @Nullable Duration waitForLock;
    private final int connectRetries;
    private final NonEmptySchemaPolicy onNonEmptySchema;
    private final AdoptionSettings adoption;
    private final ChangedScripts changedScripts;
    private final UnknownRevision unknownRevision;
    private final Duration waitTimeout;
    private final int scriptTextLimit;
    private final Map<String, String> placeholders;
    private final SecretPlaceholders secretPlaceholders;
    private final @Nullable String model;
    private final ObjectSettings objects;
    private final ScratchSettings scratch;
    private final AutogenerateSettings autogenerate;
    private final LintPolicy lint;

    RetortSettings(RetortSettingsBuilder builder) {
        this.name = builder.name;
        this.target = builder.target;
        this.locations = List.copyOf(builder.locations);
        this.missingScripts = builder.missingScripts;
        this.javaPackages = List.copyOf(builder.javaPackages);
        this.sources = builder.sources;
        this.tables = builder.tables;
        this.session = builder.session;
        this.createSchema = builder.createSchema;
        this.lockTimeouts = builder.lockTimeouts;
        this.transaction = builder.transaction;
        this.waitForLock = builder.waitForLock;
        this.connectRetries = builder.connectRetries;
        this.onNonEmptySchema = builder.onNonEmptySchema;
        this.adoption = builder.adoption;
        this.changedScripts = builder.changedScripts;
        this.unknownRevision = builder.unknownRevision;
        this.waitTimeout = builder.waitTimeout;
        this.scriptTextLimit = builder.scriptTextLimit;
        this.placeholders = Map.copyOf(builder.placeholders);
        this.secretPlaceholders = builder.secretPlaceholders;
        this.model = builder.model;
        this.objects = builder.objects;
        this.scratch = builder.scratch;
        this.autogenerate = builder.autogenerate;
        this.lint = builder.lint;
    }

    /** {@return a builder with the defaults} */
    public static RetortSettingsBuilder builder() {
        return new RetortSettingsBuilder();
    }

    /** {@return the name of the database, {@code default} unless an application has several} */
    public String name() {
        return name;
    }

    /** {@return how far {@link Retort#start} goes} */
    public String target() {
        return target;
    }

    /** {@return where scripts are: {@code classpath:folder}, {@code filesystem:folder} or a plain path} */
    public List<String> locations() {
        return locations;
    }

    /** {@return what to do about locations that do not exist or have no scripts} */
    public MissingScripts missingScripts() {
        return missingScripts;
    }

    /** {@return packages with Java revisions, their sub-packages included} */
    public List<String> javaPackages() {
        return javaPackages;
    }

    /** {@return how new scripts are written} */
    public SourceSettings sources() {
        return sources;
    }

    /** {@return the names of Retort's own tables} */
    public TableNames tables() {
        return tables;
    }

    /** {@return the settings of the migration session} */
    public SessionSettings session() {
        return session;
    }

    /** {@return whether {@code session.schema} is created when it does not exist} */
    public boolean createSchema() {
        return createSchema;
    }

    /** {@return how DDL waits for locks of tables} */
    public LockTimeouts lockTimeouts() {
        return lockTimeouts;
    }

    /** {@return one transaction per revision, or one for all} */
    public TransactionMode transaction() {
        return transaction;
    }

    /** {@return how long to wait for another run; {@code null} as long as its holder lives} */
    public @Nullable Duration waitForLock() {
        return waitForLock;
    }

    /** {@return how often a failed connection is tried again} */
    public int connectRetries() {
        return connectRetries;
    }

    /** {@return what to do with a schema that has objects but no version table} */
    public NonEmptySchemaPolicy onNonEmptySchema() {
        return onNonEmptySchema;
    }

    /** {@return from which tool a database is adopted} */
    public AdoptionSettings adoption() {
        return adoption;
    }

    /** {@return what to do with scripts that were changed after they were applied} */
    public ChangedScripts changedScripts() {
        return changedScripts;
    }

    /** {@return what to do with version rows that no script has} */
    public UnknownRevision unknownRevision() {
        return unknownRevision;
    }

    /** {@return how long {@link StartMode#WAIT} waits} */
    public Duration waitTimeout() {
        return waitTimeout;
    }

    /** {@return the largest script text that is stored in the database, in bytes of UTF-8; 0 stores none} */
    public int scriptTextLimit() {
        return scriptTextLimit;
    }

    /** {@return the values of {@code ${name}} in scripts with {@code placeholders: true}} */
    public Map<String, String> placeholders() {
        return placeholders;
    }

    /** {@return the names of those whose values the history does not keep} */
    public SecretPlaceholders secretPlaceholders() {
        return secretPlaceholders;
    }

    /**
     * {@return what the database is compared with, as {@link dev.retort.internal.scratch.SchemaModels#choose} reads it; {@code null} for the only model}
     */
    public @Nullable String model() {
        return model;
    }

    /** {@return where object files are: views, functions and triggers that are part of the model} */
    public ObjectSettings objects() {
        return objects;
    }

    /** {@return where the model is created for the comparison} */
    public ScratchSettings scratch() {
        return scratch;
    }

    /** {@return what a comparison excludes, unless a command overrides it} */
    public AutogenerateSettings autogenerate() {
        return autogenerate;
    }

    /** {@return how {@code lint} judges revisions, unless a command overrides it} */
    public LintPolicy lint() {
        return lint;
    }

    /** {@return what a run may do} */
    RunPolicy policy() {
        return new RunPolicy(
                transaction,
                waitForLock,
                onNonEmptySchema,
                adoption,
                changedScripts,
                unknownRevision,
                createSchema,
                scriptTextLimit,
                placeholders,
                secretPlaceholders);
    }

    /** {@return what a comparison with a model has to know} */
    ComparisonSettings comparison() {
        return new ComparisonSettings(name, session, tables, scratch);
    }

    /** {@return all settings, by which they are compared} */
    List<@Nullable Object> values() {
        return Arrays.asList(
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
                objects,
                scratch,
                autogenerate,
                lint);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetortSettings settings && values().equals(settings.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }
}
