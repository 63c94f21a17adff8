/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.RetortSettings;
import dev.retort.cli.settings.Setting;
import dev.retort.cli.settings.SettingKind;
import dev.retort.cli.settings.SettingsTable;
import dev.retort.cli.standalone.StandaloneSettings;
import dev.retort.error.RetortException;
import dev.retort.settings.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each setting of the table, in each of the ways to set it. */
class SettingsTableTests {

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("adopt.mirror", "false"),
            Map.entry("adopt.out-of-order", "true"),
            Map.entry("autogenerate.drop-unknown", "true"),
            Map.entry("on-missing-scripts", "fail"),
            Map.entry("changed-scripts", "warn"),
            Map.entry("connect-retries", "3"),
            Map.entry("create-schema", "true"),
            Map.entry("on-non-empty-schema", "run"),
            Map.entry("lint.java", "run"),
            Map.entry("lint.max-blocking-reads", "7ms"),
            Map.entry("lint.max-blocking-writes", "7m"),
            Map.entry("lint.require-measured", "true"),
            Map.entry("lint.unknown-size", "large"),
            Map.entry("lock-retry-for", "7m"),
            Map.entry("lock-timeout", "700ms"),
            Map.entry("autogenerate.tolerate", "none"),
            Map.entry("lock-timeout-maximum", "7s"),
            Map.entry("scratch-password", "x"),
            Map.entry("scratch-url", "jdbc:postgresql://scratch/x"),
            Map.entry("scratch-username", "x"),
            Map.entry("script-text-limit", "7KB"),
            Map.entry("statement-timeout", "7s"),
            Map.entry("transaction", "all"),
            Map.entry("unknown-revision", "ignore"),
            Map.entry("url", "jdbc:postgresql://other/x"),
            Map.entry("wait-for-lock", "7s"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The results of settings. */
    private record Everything(RetortSettings retort, String address, String user, String password, String scratch) {

        static Everything of(StandaloneSettings settings) {
            RetortSettings retort = settings.retort();
            return new Everything(
                    retort,
                    settings.address().toString(),
                    String.valueOf(settings.address().user()),
                    String.valueOf(settings.address().password()),
                    retort.scratch().url()
                            + retort.scratch().username()
                            + retort.scratch().password());
        }
    }

    private Everything read(Map<String, String> options, Map<String, String> environment) {
        return Everything.of(StandaloneSettings.read(options, environment, folder));
    }

    static Stream<Setting<?>> settings() {
        return SettingsTable.standalone().stream();
    }

    /** The table states defaults as text; the starter's are compared with the engine's in the same way. */
    @Test
    void withoutSettingsAllIsAsTheEngineHasItButWhereFilesAre() {
        RetortSettings read = StandaloneSettings.read(Map.of("url", "jdbc:postgresql://host/db"), Map.of(), folder)
                .retort();

        assertThat(read)
                .isEqualTo(RetortSettings.builder()
                        .locations(read.locations())
                        .sources(read.sources())
                        .objects(read.objects())
                        .build());
        assertThat(read.sources().fileTemplate())
                .isEqualTo(SourceSettings.defaults().fileTemplate());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void hasAnEffectAndTheSameOneInEachWay(Setting<?> setting) throws IOException {
        Files.writeString(folder.resolve("retort.properties"), base(setting));
        Everything without = read(Map.of(), Map.of());
        String value = OTHERS.getOrDefault(setting.key(), "other");

        Everything byVariable = read(Map.of(), Map.of(setting.variable(), value));
        Everything bySpringsVariable = read(Map.of(), Map.of(setting.variables().get(1), value));
        Everything byOption = read(Map.of(setting.key(), value), Map.of());
        Files.writeString(folder.resolve(".env"), "export " + setting.variable() + "='" + value + "'\n");
        Everything byDotEnv = read(Map.of(), Map.of());
        Files.delete(folder.resolve(".env"));
        Files.writeString(
                folder.resolve("retort.properties"),
                base(setting).replace("\nurl=", setting.equals(SettingsTable.URL) ? "\n#" : "\nurl=") + "retort."
                        + setting.key() + "=" + value);
        Everything byFile = read(Map.of(), Map.of());

        assertThat(byVariable).isNotEqualTo(without);
        assertThat(bySpringsVariable).isEqualTo(byVariable);
        assertThat(byOption).isEqualTo(byVariable);
        assertThat(byDotEnv).isEqualTo(byVariable);
        assertThat(byFile).isEqualTo(byVariable);
    }

    /** User and password of a scratch server require its URL. */
    private static String base(Setting<?> setting) {
        String scratch = setting.key().startsWith("scratch-") && !setting.key().equals("scratch-url")
                ? "scratch-url=jdbc:postgresql://scratch/db\n"
                : "";
        return "\nurl=jdbc:postgresql://host/db\n" + scratch;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void itsDefaultIsThatOfTheFacade(Setting<?> setting) {
        Map<String, String> environment = new LinkedHashMap<>(Map.of("RETORT_URL", "jdbc:postgresql://host/db"));
        Everything without = read(Map.of(), environment);
        if (!setting.defaultText().isEmpty()) {
            environment.put(setting.variable(), setting.defaultText());
        }

        assertThat(read(Map.of(), environment)).isEqualTo(without);
        RetortSettings facade = RetortSettings.builder()
                .locations(without.retort().locations())
                .objects(without.retort().objects())
                .build();
        assertThat(without.retort()).usingRecursiveComparison().isEqualTo(facade);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isAnOptionUnlessItIsAPasswordOrCommandsHaveTheirOwn(Setting<?> setting) {
        String option = setting.key().equals("locations") ? "--location" : setting.option();
        Shell.Result result =
                new Shell(folder).run("list_templates", option + "=" + OTHERS.getOrDefault(setting.key(), "other"));

        assertThat(result.status()).isEqualTo(setting.use() == Setting.Use.OPTION ? 0 : 2);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isInTheHelp(Setting<?> setting) {
        assertThat(new Shell(folder).run("--help").out().replaceAll("\\s+", ""))
                .contains(setting.key() + (setting.defaultText().isEmpty() ? "" : "(" + setting.defaultText() + ")")
                        + ":" + setting.description().replaceAll("\\s+", ""));
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "3s, 3000", "5m, 300000", "1h, 3600000", "250, 250", "0, 0", "PT2S, 2000", "1d, 86400000"
    })
    void readsDurationsAsSpringBootDoes(String text, long milliseconds) {
        assertThat(SettingKind.DURATION.reader().apply(text)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @CsvSource({"512KB, 524288", "1MB, 1048576", "100, 100", "0, 0", "9GB, 2147483647"})
    void readsSizesAsSpringBootDoes(String text, int bytes) {
        assertThat(SettingKind.SIZE.reader().apply(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "RETORT_LOCK_TIMEOUT, soon, 'It is not a duration, such as 500ms'",
        "RETORT_LOCK_TIMEOUT, -1s, 'It is not a duration, such as 500ms'",
        "RETORT_LOCK_TIMEOUT, 9999999999d, 'It is not a duration, such as 500ms'",
        "RETORT_SCRIPT_TEXT_LIMIT, 1XB, 'It is not a size, such as 512KB'",
        "RETORT_CONNECT_RETRIES, -1, 'It is not a whole number, zero or more.'",
        "RETORT_CREATE_SCHEMA, maybe, 'It is not true or false.'",
        "RETORT_UNKNOWN_REVISION, x, 'It is not one of ahead, fail, ignore.'"
    })
    void refusesWhatIsNoValueWithTheNameOfItsVariable(String variable, String value, String why) {
        assertThatThrownBy(() -> read(Map.of(), Map.of(variable, value)))
                .isInstanceOf(RetortException.class)
                .hasMessageStartingWith(
                        "The value " + value + " of the variable " + variable + " cannot be used. " + why);
    }

    @Test
    void placeholdersAreSetInEachWay() throws IOException {
        Files.writeString(
                folder.resolve("retort.properties"), "placeholders.One=1\nplaceholders.two=2\nplaceholders.three=3\n");
        Files.writeString(folder.resolve(".env"), "RETORT_PLACEHOLDERS_TWO=II\nRETORT_PLACEHOLDERS_THREE=III\n");

        assertThat(StandaloneSettings.read(Map.of(), Map.of("RETORT_PLACEHOLDERS_THREE", "drei"), folder)
                        .retort()
                        .placeholders())
                .isEqualTo(Map.of("One", "1", "two", "II", "three", "drei"));
    }

    @Test
    void severitiesOfRulesAreSetInEachWay() throws IOException {
        Files.writeString(
                folder.resolve("retort.properties"),
                "lint.rules.lock-queue=off\nlint.rules.set-not-null-scan=off\nretort.lint.rules.unbounded-dml=off\n");
        Files.writeString(
                folder.resolve(".env"),
                "RETORT_LINT_RULES_SET_NOT_NULL_SCAN=warning\nRETORT_LINT_RULES_UNBOUNDED_DML=warning\n");

        assertThat(StandaloneSettings.read(Map.of(), Map.of("RETORT_LINT_RULES_UNBOUNDED_DML", "error"), folder)
                        .retort()
                        .lint()
                        .rules())
                .isEqualTo(Map.of("lock-queue", "off", "set-not-null-scan", "warning", "unbounded-dml", "error"));
    }
}
