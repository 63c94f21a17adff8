/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.standalone;

import dev.retort.RetortSettings;
import dev.retort.cli.settings.PostgresVariables;
import dev.retort.cli.settings.Setting;
import dev.retort.cli.settings.SettingSources;
import dev.retort.cli.settings.SettingValue;
import dev.retort.cli.settings.SettingsTable;
import dev.retort.cli.settings.Variables;
import dev.retort.diff.Tolerance;
import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.url.PostgresUrl;
import dev.retort.model.ScratchSettings;
import dev.retort.settings.AdoptionSettings;
import dev.retort.settings.AutogenerateSettings;
import dev.retort.settings.LintPolicy;
import dev.retort.settings.LockTimeouts;
import dev.retort.settings.ObjectSettings;
import dev.retort.settings.OnLintError;
import dev.retort.settings.SecretPlaceholders;
import dev.retort.settings.SessionSettings;
import dev.retort.settings.SourceSettings;
import dev.retort.settings.TableNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of the stand-alone commands, read as {@link SettingsTable} says. */
public final class StandaloneSettings {

    private static final String SOURCE_DIRECTORY = "src/main/resources/db/migrations";
    private static final String OBJECT_DIRECTORY = "filesystem:src/main/resources/db/objects";

    private final SettingSources sources;
    private final Path directory;

    private StandaloneSettings(SettingSources sources, Path directory) {
        this.sources = sources;
        this.directory = directory;
    }

    /**
     * Reads everything.
     *
     * @param options the options of the command line, by key
     * @param environment the variables of the process
     * @param directory the folder of {@code .env} and {@code retort.properties}
     */
    public static StandaloneSettings read(
            Map<String, String> options, Map<String, String> environment, Path directory) {
        return new StandaloneSettings(SettingSources.read(options, environment, directory), directory);
    }

    private @Nullable SettingValue value(Setting<?> setting) {
        return sources.values().get(setting.key());
    }

    private @Nullable String text(Setting<String> setting) {
        SettingValue value = value(setting);
        return value == null ? null : value.text();
    }

    /** {@return the value or the default; empty without either} */
    private <T> Optional<T> find(Setting<T> setting) {
        SettingValue value = value(setting);
        if (value == null) {
            return setting.defaultText().isEmpty()
                    ? Optional.empty()
                    : Optional.of(setting.kind().reader().apply(setting.defaultText()));
        }
        try {
            return Optional.of(setting.kind().reader().apply(value.text().strip()));
        } catch (IllegalArgumentException e) {
            throw new RetortException(
                    "The value " + value.text() + " of " + value.origin() + " cannot be used.",
                    "It is not " + setting.kind().rule() + ".",
                    "Correct it.",
                    e);
        }
    }

    private <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow();
    }

    private List<String> list(Setting<List<String>> setting) {
        return find(setting).orElse(List.of());
    }

    /** {@return the URL, user and password of the database; those in a URL take precedence over lower sources} */
    public PostgresUrl address() {
        SettingValue url = value(SettingsTable.URL);
        PostgresVariables variables = sources.address().orElse(null);
        if (url != null && (variables == null || url.isAtLeast(variables.source()))) {
            return withUser(PostgresUrl.parse(url.text(), url.origin()), url.source());
        }
        if (variables == null) {
            throw new RetortException(
                    "No database is configured.",
                    "Neither --url nor RETORT_URL, POSTGRES_HOST and POSTGRES_DB, in the environment or .env, nor url"
                            + " in retort.properties is set.",
                    "Name one.");
        }
        return withUser(variables.url(), variables.source());
    }

    private PostgresUrl withUser(PostgresUrl url, SettingValue.Source source) {
        return url.as(
                stronger(SettingsTable.USERNAME, url.user(), source),
                stronger(SettingsTable.PASSWORD, url.password(), source));
    }

    private @Nullable String stronger(Setting<String> setting, @Nullable String ofUrl, SettingValue.Source source) {
        SettingValue value = value(setting);
        return value != null && (ofUrl == null || value.isAtLeast(source)) ? value.text() : ofUrl;
    }

    /** {@return the sources of address, user and password, in words} */
    String addressOrigin() {
        PostgresUrl used = address();
        SettingValue url = value(SettingsTable.URL);
        String address = sources.address()
                .filter(variables -> url == null || !url.isAtLeast(variables.source()))
                .map(PostgresVariables::origin)
                .orElseGet(() -> String.valueOf(url));
        return "The address comes from " + address + ", " + origin("user", SettingsTable.USERNAME, used.user())
                + ", and " + origin("password", SettingsTable.PASSWORD, used.password()) + ".";
    }

    private String origin(String what, Setting<String> setting, @Nullable String used) {
        SettingValue value = value(setting);
        if (used == null) {
            return "no " + what + " is set";
        }
        boolean isSetting = value != null && value.text().equals(used);
        return "the " + what + " from " + (isSetting ? value : "the URL");
    }

    /** {@return the settings of the facade} */
    public RetortSettings retort() {
        return RetortSettings.builder()
                .locations(locations())
                .sources(new SourceSettings(
                        text(SettingsTable.SOURCE_DIRECTORY),
                        get(SettingsTable.FILE_TEMPLATE),
                        list(SettingsTable.POST_WRITE_HOOKS)))
                .tables(tables())
                .session(session())
                .createSchema(get(SettingsTable.CREATE_SCHEMA))
                .lockTimeouts(lockTimeouts())
                .transaction(get(SettingsTable.TRANSACTION))
                .waitForLock(find(SettingsTable.WAIT_FOR_LOCK).orElse(null))
                .connectRetries(get(SettingsTable.CONNECT_RETRIES))
                .onNonEmptySchema(get(SettingsTable.ON_NON_EMPTY_SCHEMA))
                .adoption(new AdoptionSettings(
                        text(SettingsTable.ADOPT_FROM),
                        text(SettingsTable.ADOPT_TABLE),
                        get(SettingsTable.ADOPT_MIRROR),
                        get(SettingsTable.ADOPT_OUT_OF_ORDER)))
                .changedScripts(get(SettingsTable.CHANGED_SCRIPTS))
                .missingScripts(get(SettingsTable.ON_MISSING_SCRIPTS))
                .unknownRevision(get(SettingsTable.UNKNOWN_REVISION))
                .scriptTextLimit(get(SettingsTable.SCRIPT_TEXT_LIMIT))
                .placeholders(group(Variables.PLACEHOLDERS))
                .secretPlaceholders(new SecretPlaceholders(get(SettingsTable.SECRET_PLACEHOLDERS)))
                .model(text(SettingsTable.MODEL))
                .objects(objects())
                .scratch(scratch())
                .autogenerate(AutogenerateSettings.parse(
                                list(SettingsTable.INCLUDE),
                                list(SettingsTable.EXCLUDE),
                                get(SettingsTable.DROP_UNKNOWN))
                        .tolerating(Tolerance.parse(list(SettingsTable.TOLERATE))))
                .lint(lint())
                .build();
    }

    private TableNames tables() {
        return new TableNames(
                        text(SettingsTable.VERSION_TABLE_SCHEMA),
                        get(SettingsTable.VERSION_TABLE),
                        get(SettingsTable.HISTORY_TABLE),
                        get(SettingsTable.SCRIPT_TABLE),
                        get(SettingsTable.PROGRESS_TABLE))
                .trusting(list(SettingsTable.TRUSTED_OWNERS));
    }

    private SessionSettings session() {
        return new SessionSettings(
                text(SettingsTable.SCHEMA),
                text(SettingsTable.ROLE),
                get(SettingsTable.TIME_ZONE),
                get(SettingsTable.STATEMENT_TIMEOUT),
                SessionSettings.defaults().applicationName());
    }

    /** A lock timeout above the default maximum is also the maximum. */
    private LockTimeouts lockTimeouts() {
        Duration initial = get(SettingsTable.LOCK_TIMEOUT);
        Duration maximum = get(SettingsTable.LOCK_TIMEOUT_MAXIMUM);
        return new LockTimeouts(
                initial, maximum.compareTo(initial) < 0 ? initial : maximum, get(SettingsTable.LOCK_RETRY_FOR));
    }

    private ScratchSettings scratch() {
        SettingValue url = value(SettingsTable.SCRATCH_URL);
        if (url == null) {
            return ScratchSettings.none();
        }
        PostgresUrl server = PostgresUrl.parse(url.text(), url.origin())
                .as(text(SettingsTable.SCRATCH_USERNAME), text(SettingsTable.SCRATCH_PASSWORD));
        return new ScratchSettings(server.withParameters(), server.user(), server.password());
    }

    /** Without a location, scripts are read from the folder of new scripts. */
    private List<String> locations() {
        String written =
                Optional.ofNullable(text(SettingsTable.SOURCE_DIRECTORY)).orElse(SOURCE_DIRECTORY);
        return find(SettingsTable.LOCATIONS).orElseGet(() -> List.of("filesystem:" + written)).stream()
                .map(this::inDirectory)
                .toList();
    }

    /** Without a location, object files are read from the folder beside that of the scripts, if it exists. */
    private ObjectSettings objects() {
        String text = text(SettingsTable.OBJECTS);
        ObjectSettings set = ObjectSettings.parse(text == null ? OBJECT_DIRECTORY : text);
        String location = set.location();
        return location == null ? set : new ObjectSettings(inDirectory(location), text == null);
    }

    /** A relative location is relative to the working directory. */
    private String inDirectory(String location) {
        boolean isClassPath = location.startsWith("classpath:");
        if (isClassPath || directory.equals(Path.of("").toAbsolutePath())) {
            return location;
        }
        return "filesystem:" + directory.resolve(location.replaceFirst("^filesystem:", ""));
    }

    private LintPolicy lint() {
        return new LintPolicy(
                group(Variables.LINT_RULES),
                get(SettingsTable.LINT_MAX_BLOCKING_READS),
                get(SettingsTable.LINT_MAX_BLOCKING_WRITES),
                get(SettingsTable.LINT_UNKNOWN_SIZE),
                get(SettingsTable.LINT_REQUIRE_MEASURED),
                get(SettingsTable.LINT_JAVA),
                OnLintError.WARN);
    }

    private Map<String, String> group(String prefix) {
        Map<String, String> group = new LinkedHashMap<>();
        sources.values().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                group.put(key.substring(prefix.length()), value.text());
            }
        });
        return group;
    }
}
