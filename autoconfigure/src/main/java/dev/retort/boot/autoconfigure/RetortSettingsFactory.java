/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.RetortSettings;
import dev.retort.RetortSettingsBuilder;
import dev.retort.boot.RetortSettingsCustomizer;
import dev.retort.boot.properties.AdoptionProperties;
import dev.retort.boot.properties.AutogenerateProperties;
import dev.retort.boot.properties.DatabaseProperties;
import dev.retort.boot.properties.LintProperties;
import dev.retort.boot.properties.RetortDatabases;
import dev.retort.diff.Tolerance;
import dev.retort.model.ScratchSettings;
import dev.retort.settings.AdoptionSettings;
import dev.retort.settings.AutogenerateSettings;
import dev.retort.settings.LintPolicy;
import dev.retort.settings.LockTimeouts;
import dev.retort.settings.ObjectSettings;
import dev.retort.settings.SecretPlaceholders;
import dev.retort.settings.SessionSettings;
import dev.retort.settings.SourceSettings;
import dev.retort.settings.TableNames;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Creates the settings from the properties, and applies the application's customizers last. */
final class RetortSettingsFactory {

    private final RetortDatabases databases;
    private final Environment environment;
    private final ObjectProvider<RetortSettingsCustomizer> customizers;

    RetortSettingsFactory(
            RetortDatabases databases, Environment environment, ObjectProvider<RetortSettingsCustomizer> customizers) {
        this.databases = databases;
        this.environment = environment;
        this.customizers = customizers;
    }

    RetortSettings create(String database) {
        DatabaseProperties properties = databases.get(database);
        RetortSettingsBuilder settings = RetortSettings.builder()
                .name(database)
                .target(properties.getTarget())
                .locations(properties.getLocations())
                .javaPackages(properties.getJavaPackages())
                .sources(new SourceSettings(
                        textOrNull(properties.getSourceDirectory()),
                        properties.getFileTemplate(),
                        properties.getPostWriteHooks()))
                .tables(tables(properties))
                .session(session(properties))
                .createSchema(properties.isCreateSchema())
                .lockTimeouts(lockTimeouts(properties))
                .transaction(properties.getTransaction())
                .waitForLock(properties.getWaitForLock())
                .connectRetries(properties.getConnectRetries())
                .onNonEmptySchema(properties.getOnNonEmptySchema())
                .adoption(adoption(properties.getAdopt()))
                .changedScripts(properties.getChangedScripts())
                .missingScripts(properties.getOnMissingScripts())
                .unknownRevision(properties.getUnknownRevision())
                .waitTimeout(properties.getWaitTimeout())
                .scriptTextLimit((int) Math.min(properties.getScriptTextLimit().toBytes(), Integer.MAX_VALUE))
                .placeholders(properties.getPlaceholders())
                .secretPlaceholders(new SecretPlaceholders(properties.getSecretPlaceholders()))
                .model(textOrNull(properties.getModel()))
                .objects(ObjectSettings.parse(properties.getObjects()))
                .scratch(scratch(properties))
                .autogenerate(autogenerate(properties.getAutogenerate()))
                .lint(lint(properties));
        customizers.orderedStream().forEach(customizer -> customizer.customize(settings));
        return settings.build();
    }

    private static TableNames tables(DatabaseProperties properties) {
        return new TableNames(
                        textOrNull(properties.getVersionTableSchema()),
                        properties.getVersionTable(),
                        properties.getHistoryTable(),
                        properties.getScriptTable(),
                        properties.getProgressTable())
                .trusting(properties.getTrustedOwners());
    }

    private SessionSettings session(DatabaseProperties properties) {
        String applicationName = textOrNull(environment.getProperty("spring.application.name"));
        return new SessionSettings(
                textOrNull(properties.getSchema()),
                textOrNull(properties.getRole()),
                properties.getTimeZone(),
                properties.getStatementTimeout(),
                applicationName != null
                        ? applicationName
                        : SessionSettings.defaults().applicationName());
    }

    private static ScratchSettings scratch(DatabaseProperties properties) {
        return new ScratchSettings(
                textOrNull(properties.getScratchUrl()),
                textOrNull(properties.getScratchUsername()),
                textOrNull(properties.getScratchPassword()));
    }

    private static AdoptionSettings adoption(AdoptionProperties properties) {
        return new AdoptionSettings(
                textOrNull(properties.getFrom()),
                textOrNull(properties.getTable()),
                properties.isMirror(),
                properties.isOutOfOrder());
    }

    private static AutogenerateSettings autogenerate(AutogenerateProperties properties) {
        return AutogenerateSettings.parse(properties.getInclude(), properties.getExclude(), properties.isDropUnknown())
                .tolerating(Tolerance.parse(properties.getTolerate()));
    }

    private static LintPolicy lint(DatabaseProperties properties) {
        LintProperties lint = properties.getLint();
        return new LintPolicy(
                lint.getRules(),
                lint.getMaxBlockingReads(),
                lint.getMaxBlockingWrites(),
                lint.getUnknownSize(),
                lint.isRequireMeasured(),
                lint.getJava(),
                properties.getOnLintError());
    }

    /** A lock timeout above the default maximum is also the maximum. */
    private static LockTimeouts lockTimeouts(DatabaseProperties properties) {
        Duration initial = properties.getLockTimeout();
        Duration maximum = properties.getLockTimeoutMaximum();
        return new LockTimeouts(
                initial, maximum.compareTo(initial) < 0 ? initial : maximum, properties.getLockRetryFor());
    }

    private static @Nullable String textOrNull(@Nullable String value) {
        return StringUtils.hasText(value) ? value : null;
    }
}
