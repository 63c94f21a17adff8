/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.AutogenerateSettings;
import dev.retort.RetortSettings;
import dev.retort.RetortSettingsBuilder;
import dev.retort.error.RetortException;
import dev.retort.history.TableNames;
import dev.retort.jdbc.ServerAddress;
import dev.retort.jdbc.SessionSettings;
import dev.retort.run.ChangedScripts;
import dev.retort.run.FirstContact;
import dev.retort.run.TransactionMode;
import dev.retort.scratch.ScratchSettings;
import dev.retort.script.SourceSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Settings without Spring: options, then the environment, then {@code .env}, then {@code retort.properties}. The names are
 * those of the properties of the starter.
 */
final class StandaloneSettings {

    private static final List<String> KEYS = List.of(
            "url",
            "username",
            "password",
            "locations",
            "source-directory",
            "file-template",
            "post-write-hooks",
            "schema",
            "create-schema",
            "role",
            "version-table",
            "version-table-schema",
            "first-contact",
            "changed-scripts",
            "transaction",
            "model",
            "scratch-url",
            "scratch-username",
            "scratch-password",
            "autogenerate.include",
            "autogenerate.exclude",
            "autogenerate.drop-unknown");
    private static final String PLACEHOLDERS = "placeholders.";

    private static final String SOURCE_DIRECTORY = "src/main/resources/db/migrations";

    private final Map<String, String> values;
    private final Path directory;

    private StandaloneSettings(Map<String, String> values, Path directory) {
        this.values = values;
        this.directory = directory;
    }

    /**
     * Reads everything.
     *
     * @param options what the command line says, by key
     * @param environment the variables of the process
     * @param directory where {@code .env} and {@code retort.properties} are looked for
     */
    static StandaloneSettings read(Map<String, String> options, Map<String, String> environment, Path directory) {
        Map<String, String> values = new LinkedHashMap<>(ofFile(directory.resolve("retort.properties")));
        Map<String, String> dotEnv = load(directory.resolve(".env"));
        Map<String, String> both = new LinkedHashMap<>(dotEnv);
        both.putAll(environment);
        values.putAll(ofVariables(dotEnv, dotEnv));
        values.putAll(ofVariables(environment, both));
        values.putAll(options);
        return new StandaloneSettings(values, directory);
    }

    private static Map<String, String> ofFile(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        load(file).forEach((name, value) -> {
            String key = name.startsWith("retort.") ? name.substring("retort.".length()) : name;
            if (!KEYS.contains(key) && !key.startsWith(PLACEHOLDERS)) {
                throw new RetortException(
                        "The key " + name + " in " + file + " is not known.",
                        "The keys are " + String.join(", ", new TreeSet<>(KEYS)) + " and placeholders.<name>.",
                        "Mend or remove it.");
            }
            values.put(key, value);
        });
        return values;
    }

    /** A variable of Retort's own is stronger than one of POSTGRES_* beside it. */
    private static Map<String, String> ofVariables(Map<String, String> variables, Map<String, String> weakerToo) {
        Map<String, String> values = new LinkedHashMap<>();
        postgresUrl(variables, weakerToo).ifPresent(url -> values.put("url", url));
        take(variables, "POSTGRES_USER", "username", values);
        take(variables, "POSTGRES_PASSWORD", "password", values);
        for (String key : KEYS) {
            String name = "RETORT_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
            take(variables, name.replace("-", ""), key, values);
            take(variables, name.replace('-', '_'), key, values);
        }
        return values;
    }

    private static void take(Map<String, String> variables, String name, String key, Map<String, String> values) {
        String value = variables.get(name);
        if (value != null && !value.isEmpty()) {
            values.put(key, value);
        }
    }

    /** One variable may be stronger than a line of {@code .env} whose other lines still count. */
    private static Optional<String> postgresUrl(Map<String, String> variables, Map<String, String> weakerToo) {
        boolean saysSomething =
                Stream.of("POSTGRES_HOST", "POSTGRES_PORT", "POSTGRES_DB").anyMatch(variables::containsKey);
        boolean isEnough = weakerToo.containsKey("POSTGRES_HOST") || weakerToo.containsKey("POSTGRES_DB");
        if (!saysSomething || !isEnough) {
            return Optional.empty();
        }
        return Optional.of("jdbc:postgresql://%s:%s/%s"
                .formatted(
                        weakerToo.getOrDefault("POSTGRES_HOST", "localhost"),
                        weakerToo.getOrDefault("POSTGRES_PORT", "5432"),
                        weakerToo.getOrDefault("POSTGRES_DB", weakerToo.getOrDefault("POSTGRES_USER", "postgres"))));
    }

    private static Map<String, String> load(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return values;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new RetortException(
                    "The file " + file + " cannot be read.", String.valueOf(e.getMessage()), "Mend or remove it.", e);
        }
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** {@return the JDBC address} */
    String url() {
        return find("url")
                .orElseThrow(() -> new RetortException(
                        "No database is named.",
                        "Neither --url nor RETORT_URL, POSTGRES_HOST or POSTGRES_DB, in the environment or .env, nor url in"
                                + " retort.properties is there.",
                        "Name one."));
    }

    /** {@return the address and the user} */
    ServerAddress address() {
        return new ServerAddress(url(), values.get("username"), values.get("password"));
    }

    /** {@return the address without its parameters, where a password may be} */
    String describe() {
        String address = url().replaceFirst("\\?.*", "");
        return address.replaceFirst("//[^/@]*@", "//");
    }

    /** {@return what the facade works with} */
    RetortSettings retort() {
        TableNames names = TableNames.defaults();
        SessionSettings session = SessionSettings.defaults();
        RetortSettingsBuilder builder = RetortSettings.builder()
                .locations(locations())
                .sources(sources())
                .tables(new TableNames(
                        values.get("version-table-schema"),
                        values.getOrDefault("version-table", names.version()),
                        names.history(),
                        names.script(),
                        names.progress()))
                .session(new SessionSettings(
                        values.get("schema"),
                        values.get("role"),
                        session.timeZone(),
                        session.statementTimeout(),
                        session.applicationName()))
                .placeholders(placeholders())
                .model(values.get("model"))
                .scratch(new ScratchSettings(
                        values.get("scratch-url"), values.get("scratch-username"), values.get("scratch-password")))
                .autogenerate(AutogenerateSettings.parse(
                        list("autogenerate.include"),
                        list("autogenerate.exclude"),
                        Boolean.parseBoolean(values.get("autogenerate.drop-unknown"))));
        find("create-schema").ifPresent(value -> builder.createSchema(Boolean.parseBoolean(value)));
        find("first-contact")
                .ifPresent(value -> builder.firstContact(choice("first-contact", FirstContact.class, value)));
        find("changed-scripts")
                .ifPresent(value -> builder.changedScripts(choice("changed-scripts", ChangedScripts.class, value)));
        find("transaction")
                .ifPresent(value -> builder.transaction(choice("transaction", TransactionMode.class, value)));
        return builder.build();
    }

    /** Scripts are read where new ones are written, unless a location is named. */
    private List<String> locations() {
        String sources = values.getOrDefault("source-directory", SOURCE_DIRECTORY);
        return find("locations")
                .map(StandaloneSettings::split)
                .orElseGet(() -> List.of("filesystem:" + sources))
                .stream()
                .map(this::inDirectory)
                .toList();
    }

    /** The working directory of the process is what a relative location is relative to. */
    private String inDirectory(String location) {
        boolean isClassPath = location.startsWith("classpath:");
        if (isClassPath || directory.equals(Path.of("").toAbsolutePath())) {
            return location;
        }
        return "filesystem:" + directory.resolve(location.replaceFirst("^filesystem:", ""));
    }

    private SourceSettings sources() {
        SourceSettings defaults = SourceSettings.defaults();
        return new SourceSettings(
                values.get("source-directory"),
                values.getOrDefault("file-template", defaults.fileTemplate()),
                list("post-write-hooks"));
    }

    private List<String> list(String key) {
        return find(key).map(StandaloneSettings::split).orElse(List.of());
    }

    private static List<String> split(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).toList();
    }

    private Map<String, String> placeholders() {
        Map<String, String> placeholders = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(PLACEHOLDERS)) {
                placeholders.put(key.substring(PLACEHOLDERS.length()), value);
            }
        });
        return placeholders;
    }

    private static <E extends Enum<E>> E choice(String key, Class<E> type, String value) {
        try {
            return Enum.valueOf(type, value.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            String choices = Arrays.stream(type.getEnumConstants())
                    .map(choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .reduce((left, right) -> left + ", " + right)
                    .orElse("");
            throw new RetortException(
                    "The value " + value + " of " + key + " is not known.",
                    "It is one of " + choices + ".",
                    "Mend it.",
                    e);
        }
    }
}
