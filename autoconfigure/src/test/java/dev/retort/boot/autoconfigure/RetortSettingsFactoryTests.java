/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.boot.MigrationStrategy;
import dev.retort.diff.Tolerance;
import dev.retort.settings.AutogenerateSettings;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.JavaLinting;
import dev.retort.settings.LintPolicy;
import dev.retort.settings.LockTimeouts;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.OnLintError;
import dev.retort.settings.SecretPlaceholders;
import dev.retort.settings.SessionSettings;
import dev.retort.settings.SourceSettings;
import dev.retort.settings.TableNames;
import dev.retort.settings.TransactionMode;
import dev.retort.settings.UnknownRevision;
import dev.retort.settings.UnknownSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.EmbeddedDataSourceConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** From keys to the engine's settings. */
class RetortSettingsFactoryTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(RetortAutoConfiguration.class))
            .withUserConfiguration(EmbeddedDataSourceConfiguration.class)
            .withBean("doNothing", MigrationStrategy.class, () -> retort -> Optional.empty());

    @Test
    void noKeysMeanTheDefaultsOfTheEngine() {
        assertThat(settings()).isEqualTo(RetortSettings.builder().build());
    }

    @Test
    void theSessionIsThatOfTheApplication() {
        assertThat(settings("spring.application.name=orders").session().applicationName())
                .isEqualTo("orders");
    }

    @Test
    void keysOfTheSessionArriveAtTheEngine() {
        RetortSettings settings = settings(
                "retort.schema=app",
                "retort.role=app_owner",
                "retort.time-zone=Europe/Berlin",
                "retort.statement-timeout=10m",
                "retort.create-schema=true",
                "retort.connect-retries=7",
                "retort.wait-for-lock=90s");
        assertThat(settings.session())
                .isEqualTo(new SessionSettings("app", "app_owner", "Europe/Berlin", Duration.ofMinutes(10), "retort"));
        assertThat(settings.createSchema()).isTrue();
        assertThat(settings.connectRetries()).isEqualTo(7);
        assertThat(settings.waitForLock()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void keysOfTablesArriveAtTheEngine() {
        RetortSettings settings = settings(
                "retort.version-table-schema=ops",
                "retort.version-table=v",
                "retort.history-table=h",
                "retort.script-table=s",
                "retort.progress-table=p",
                "retort.trusted-owners=app_owner,ops",
                "retort.script-text-limit=10KB");
        assertThat(settings.tables()).isEqualTo(new TableNames("ops", "v", "h", "s", "p", Set.of("app_owner", "ops")));
        assertThat(settings.scriptTextLimit()).isEqualTo(10 * 1024);
    }

    @Test
    void keysOfScriptsArriveAtTheEngine() {
        RetortSettings settings = settings(
                "retort.locations=classpath:a,filesystem:b",
                "retort.target=billing@head",
                "retort.placeholders.tenant=acme",
                "retort.placeholders[Camel_Case]=kept");
        assertThat(settings.locations()).isEqualTo(List.of("classpath:a", "filesystem:b"));
        assertThat(settings.target()).isEqualTo("billing@head");
        assertThat(settings.placeholders()).isEqualTo(Map.of("tenant", "acme", "Camel_Case", "kept"));
    }

    @Test
    void keysOfNewScriptsArriveAtTheEngine() {
        SourceSettings sources = settings(
                        "retort.source-directory=db/new",
                        "retort.file-template={rev}",
                        "retort.post-write-hooks[0]=pg_format -i, -s 2",
                        "retort.post-write-hooks[1]=git add")
                .sources();
        assertThat(sources).isEqualTo(new SourceSettings("db/new", "{rev}", List.of("pg_format -i, -s 2", "git add")));
    }

    @Test
    void locationsMayBeIndexed() {
        assertThat(settings("retort.locations[0]=classpath:a", "retort.locations[1]=classpath:b")
                        .locations())
                .containsExactly("classpath:a", "classpath:b");
    }

    @Test
    void keysOfPolicyArriveAtTheEngine() {
        RetortSettings settings = settings(
                "retort.transaction=all",
                "retort.on-non-empty-schema=run",
                "retort.changed-scripts=warn",
                "retort.unknown-revision=ignore",
                "retort.wait-timeout=2m");
        assertThat(settings.transaction()).isEqualTo(TransactionMode.ALL);
        assertThat(settings.onNonEmptySchema()).isEqualTo(NonEmptySchemaPolicy.RUN);
        assertThat(settings.changedScripts()).isEqualTo(ChangedScripts.WARN);
        assertThat(settings.unknownRevision()).isEqualTo(UnknownRevision.IGNORE);
        assertThat(settings.waitTimeout()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void namesOfPlaceholdersThatAreNotKeptArriveAtTheEngine() {
        assertThat(settings().secretPlaceholders()).isEqualTo(SecretPlaceholders.defaults());
        assertThat(settings("retort.secret-placeholders=pin,*private*").secretPlaceholders())
                .isEqualTo(new SecretPlaceholders(List.of("pin", "*private*")));
    }

    @Test
    void keysOfAutogenerateArriveAtTheEngine() {
        assertThat(settings(
                                "retort.autogenerate.include=shop.*",
                                "retort.autogenerate.exclude=audit_*,index:ix_tmp_*",
                                "retort.autogenerate.drop-unknown=true",
                                "retort.autogenerate.tolerate=not-null,on-delete")
                        .autogenerate())
                .isEqualTo(AutogenerateSettings.parse(List.of("shop.*"), List.of("audit_*", "index:ix_tmp_*"), true)
                        .tolerating(Set.of(Tolerance.NOT_NULL, Tolerance.ON_DELETE)));
    }

    @Test
    void eachDatabaseInheritsThoseKeysOfAutogenerateThatItDoesNotSet() {
        runner.withPropertyValues(
                        "retort.autogenerate.exclude=audit_*",
                        "retort.autogenerate.drop-unknown=true",
                        "retort.databases.orders.autogenerate.exclude=tmp_*",
                        "retort.databases.billing.version-table-schema=billing")
                .run(context -> {
                    assertThat(context.getBean("ordersRetort", Retort.class)
                                    .settings()
                                    .autogenerate())
                            .isEqualTo(AutogenerateSettings.parse(List.of(), List.of("tmp_*"), true));
                    assertThat(context.getBean("billingRetort", Retort.class)
                                    .settings()
                                    .autogenerate())
                            .isEqualTo(AutogenerateSettings.parse(List.of(), List.of("audit_*"), true));
                });
    }

    @Test
    void keysOfLintArriveAtTheEngine() {
        assertThat(settings(
                                "retort.lint.rules.lock-queue=off",
                                "retort.lint.rules.set-not-null-scan=warning",
                                "retort.lint.max-blocking-reads=200ms",
                                "retort.lint.max-blocking-writes=2s",
                                "retort.lint.unknown-size=large",
                                "retort.lint.require-measured=true",
                                "retort.lint.java=run",
                                "retort.on-lint-error=fail")
                        .lint())
                .isEqualTo(new LintPolicy(
                        Map.of("lock-queue", "off", "set-not-null-scan", "warning"),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(2),
                        UnknownSize.LARGE,
                        true,
                        JavaLinting.RUN,
                        OnLintError.FAIL));
    }

    @Test
    void aPatternThatCannotBeReadStopsTheStart() {
        runner.withPropertyValues("retort.autogenerate.exclude=tabel:audit_*")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("The pattern \"tabel:audit_*\" cannot be read."));
    }

    @Test
    void keysOfLockTimeoutsArriveAtTheEngine() {
        assertThat(settings("retort.lock-timeout=1s", "retort.lock-timeout-maximum=9s", "retort.lock-retry-for=1h")
                        .lockTimeouts())
                .isEqualTo(new LockTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(9), Duration.ofHours(1)));
    }

    @Test
    void aLockTimeoutAboveTheMaximumIsTheMaximum() {
        assertThat(settings("retort.lock-timeout=10s").lockTimeouts().maximum()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void blankNamesAreNone() {
        RetortSettings settings = settings("retort.schema=", "retort.role=", "retort.version-table-schema=");
        assertThat(settings).isEqualTo(RetortSettings.builder().build());
    }

    @Test
    void aHugeLimitKeepsEveryScriptText() {
        assertThat(settings("retort.script-text-limit=5GB").scriptTextLimit()).isEqualTo(Integer.MAX_VALUE);
    }

    private RetortSettings settings(String... properties) {
        RetortSettings[] settings = new RetortSettings[1];
        runner.withPropertyValues(properties)
                .run(context -> settings[0] = context.getBean(Retort.class).settings());
        return settings[0];
    }
}
