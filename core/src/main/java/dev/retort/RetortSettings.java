/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import dev.retort.autogenerate.ComparisonSettings;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of Retort. Immutable; {@link #builder()} starts from the defaults.
 *
 * @param name the name of the database, {@code default} unless an application has several
 * @param target how far {@link Retort#start} goes
 * @param locations where scripts are: {@code classpath:folder}, {@code filesystem:folder} or a plain path
 * @param missingScripts what to do about locations that do not exist or have no scripts
 * @param javaPackages packages with Java revisions, their sub-packages included
 * @param sources how new scripts are written
 * @param tables the names of Retort's own tables
 * @param session the settings of the migration session
 * @param createSchema whether {@code session.schema} is created when it does not exist
 * @param lockTimeouts how DDL waits for locks of tables
 * @param transaction one transaction per revision, or one for all
 * @param waitForLock how long to wait for another run; {@code null} as long as its holder lives
 * @param connectRetries how often a failed connection is tried again
 * @param onNonEmptySchema what to do with a schema that has objects but no version table
 * @param adoption from which tool a database is adopted
 * @param changedScripts what to do with scripts that were changed after they were applied
 * @param unknownRevision what to do with version rows that no script has
 * @param waitTimeout how long {@link StartMode#WAIT} waits
 * @param scriptTextLimit the largest script text that is stored in the database, in bytes of UTF-8; 0 stores none
 * @param placeholders the values of {@code ${name}} in scripts with {@code placeholders: true}
 * @param secretPlaceholders the names of those whose values the history does not keep
 * @param model what the database is compared with, as {@link dev.retort.internal.scratch.SchemaModels#choose} reads it;
 *     {@code null} for the only model
 * @param objects where object files are: views, functions and triggers that are part of the model
 * @param scratch where the model is created for the comparison
 * @param autogenerate what a comparison excludes, unless a command overrides it
 * @param lint how {@code lint} judges revisions, unless a command overrides it
 * @since 0.1
 */
public record RetortSettings(
        String name,
        String target,
        List<String> locations,
        MissingScripts missingScripts,
        List<String> javaPackages,
        SourceSettings sources,
        TableNames tables,
        SessionSettings session,
        boolean createSchema,
        LockTimeouts lockTimeouts,
        TransactionMode transaction,
        @Nullable Duration waitForLock,
        int connectRetries,
        NonEmptySchemaPolicy onNonEmptySchema,
        AdoptionSettings adoption,
        ChangedScripts changedScripts,
        UnknownRevision unknownRevision,
        Duration waitTimeout,
        int scriptTextLimit,
        Map<String, String> placeholders,
        SecretPlaceholders secretPlaceholders,
        @Nullable String model,
        ObjectSettings objects,
        ScratchSettings scratch,
        AutogenerateSettings autogenerate,
        LintPolicy lint) {

    /**
     * Copies the collections.
     *
     * @param name the name of the database, {@code default} unless an application has several
     * @param target how far {@link Retort#start} goes
     * @param locations where scripts are: {@code classpath:folder}, {@code filesystem:folder} or a plain path
     * @param missingScripts what to do about locations that do not exist or have no scripts
     * @param javaPackages packages with Java revisions, their sub-packages included
     * @param sources how new scripts are written
     * @param tables the names of Retort's own tables
     * @param session the settings of the migration session
     * @param createSchema whether {@code session.schema} is created when it does not exist
     * @param lockTimeouts how DDL waits for locks of tables
     * @param transaction one transaction per revision, or one for all
     * @param waitForLock how long to wait for another run; {@code null} as long as its holder lives
     * @param connectRetries how often a failed connection is tried again
     * @param onNonEmptySchema what to do with a schema that has objects but no version table
     * @param adoption from which tool a database is adopted
     * @param changedScripts what to do with scripts that were changed after they were applied
     * @param unknownRevision what to do with version rows that no script has
     * @param waitTimeout how long {@link StartMode#WAIT} waits
     * @param scriptTextLimit the largest script text that is stored in the database, in bytes of UTF-8; 0 stores none
     * @param placeholders the values of {@code ${name}} in scripts with {@code placeholders: true}
     * @param secretPlaceholders the names of those whose values the history does not keep
     * @param model what the database is compared with, as {@link dev.retort.internal.scratch.SchemaModels#choose} reads
     *     it; {@code null} for the only model
     * @param objects where object files are: views, functions and triggers that are part of the model
     * @param scratch where the model is created for the comparison
     * @param autogenerate what a comparison excludes, unless a command overrides it
     * @param lint how {@code lint} judges revisions, unless a command overrides it
     */
    public RetortSettings {
        locations = List.copyOf(locations);
        javaPackages = List.copyOf(javaPackages);
        placeholders = Map.copyOf(placeholders);
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

    /** {@return a builder with the defaults} */
    public static RetortSettingsBuilder builder() {
        return new RetortSettingsBuilder();
    }
}
