/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.settings;

import static dev.retort.cli.settings.Setting.Use.APPLICATION;
import static dev.retort.cli.settings.Setting.Use.NO_OPTION;
import static dev.retort.cli.settings.Setting.Use.OPTION;
import static dev.retort.cli.settings.Setting.Use.SECRET;

import dev.retort.StartMode;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.MissingScripts;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.TransactionMode;
import dev.retort.settings.UnknownRevision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All settings, once: options, variables, {@code .env}, {@code retort.properties}, the help and the guide are read from
 * here, and a test compares it with the properties of the starter.
 */
public final class SettingsTable {

    public static final Setting<String> ADOPT_FROM = setting("adopt.from", SettingKind.TEXT, "", OPTION, """
        Tool from which a database is adopted: flyway. By default the one whose history table is there.\
        """);
    public static final Setting<Boolean> ADOPT_MIRROR = setting("adopt.mirror", SettingKind.FLAG, "true", OPTION, """
        Whether imported revisions that are applied or taken back are written to the history table of the other tool too.\
        """);
    public static final Setting<Boolean> ADOPT_OUT_OF_ORDER =
            setting("adopt.out-of-order", SettingKind.FLAG, "false", OPTION, """
                Whether an adoption runs migrations that the database lacks although newer ones ran. Otherwise it is refused.\
                """);
    public static final Setting<String> ADOPT_TABLE = setting("adopt.table", SettingKind.TEXT, "", OPTION, """
        History table of the other tool, with or without its schema. By default the one that is there.\
        """);
    public static final Setting<Boolean> DROP_UNKNOWN =
            setting("autogenerate.drop-unknown", SettingKind.FLAG, "false", NO_OPTION, """
                Whether what the model does not know is dropped. Otherwise it is left alone and listed.\
                """);
    public static final Setting<List<String>> EXCLUDE =
            setting("autogenerate.exclude", SettingKind.LIST, "", NO_OPTION, """
        Patterns of what is not compared, [kind:]name with * for any letters, such as audit_* or index:ix_tmp_*.\
        """);
    public static final Setting<List<String>> INCLUDE =
            setting("autogenerate.include", SettingKind.LIST, "", NO_OPTION, """
        Patterns of what is compared, [kind:]name with * for any letters. By default everything is.\
        """);
    public static final Setting<ChangedScripts> CHANGED_SCRIPTS =
            setting("changed-scripts", SettingKind.choice(ChangedScripts.class), "fail", OPTION, """
                What to do with scripts that were changed after they were applied.\
                """);
    public static final Setting<Integer> CONNECT_RETRIES =
            setting("connect-retries", SettingKind.COUNT, "0", OPTION, """
        How often a connection that failed is tried again.\
        """);
    public static final Setting<Boolean> CREATE_SCHEMA =
            setting("create-schema", SettingKind.FLAG, "false", OPTION, """
        Whether to create the schema when it does not exist.\
        """);
    public static final Setting<String> FILE_TEMPLATE =
            setting("file-template", SettingKind.TEXT, "{timestamp}_{slug}", OPTION, """
                Names of new scripts, with timestamp, slug, rev, epoch, year, month, day, hour, minute and second in braces.\
                """);
    public static final Setting<NonEmptySchemaPolicy> ON_NON_EMPTY_SCHEMA =
            setting("on-non-empty-schema", SettingKind.choice(NonEmptySchemaPolicy.class), "refuse", OPTION, """
                What to do with a schema that has objects but no version table; adopt takes it over from another migration tool.\
                """);
    public static final Setting<String> HISTORY_TABLE =
            setting("history-table", SettingKind.TEXT, "retort_history", OPTION, """
                Name of the table of every step tried.\
                """);
    public static final Setting<List<String>> LOCATIONS = setting("locations", SettingKind.LIST, "", OPTION, """
        Locations of the revision scripts: folders on the class path (classpath:) or in the file system (filesystem:). \
        Sub-folders are read.\
        """);
    public static final Setting<Duration> LOCK_RETRY_FOR =
            setting("lock-retry-for", SettingKind.DURATION, "5m", OPTION, """
        Time for which a revision that does not get the lock of a table is tried again before it fails.\
        """);
    public static final Setting<Duration> LOCK_TIMEOUT =
            setting("lock-timeout", SettingKind.DURATION, "500ms", OPTION, """
        Time for which a DDL transaction first waits for the lock of a table before it lets the others pass and tries \
        again. Zero waits without limit.\
        """);
    public static final Setting<Duration> LOCK_TIMEOUT_MAXIMUM =
            setting("lock-timeout-maximum", SettingKind.DURATION, "3s", OPTION, """
                Time to which the wait for the lock of a table grows.\
                """);
    public static final Setting<String> MODEL = setting("model", SettingKind.TEXT, "", NO_OPTION, """
        Model that the database is compared with: hibernate, jdbc, or sql:FILE; several are separated by commas. By \
        default the only one that the application has.\
        """);
    public static final Setting<String> PASSWORD = setting("password", SettingKind.TEXT, "", SECRET, """
        Password of migrations' own connection.\
        """);
    public static final Setting<List<String>> POST_WRITE_HOOKS =
            setting("post-write-hooks", SettingKind.LIST, "", OPTION, """
                Commands that are run on a new script, without a shell. REVISION_SCRIPT_FILENAME stands for the file; where it \
                is missing, the file is the last argument.\
                """);
    public static final Setting<String> PROGRESS_TABLE =
            setting("progress-table", SettingKind.TEXT, "retort_progress", OPTION, """
                Name of the table of the progress of statements that run outside a transaction.\
                """);
    public static final Setting<String> ROLE = setting("role", SettingKind.TEXT, "", OPTION, """
        Role that the migration session takes with SET ROLE.\
        """);
    public static final Setting<String> SCHEMA = setting("schema", SettingKind.TEXT, "", OPTION, """
        Schema of the scripts, their search_path. By default that of the connection.\
        """);
    public static final Setting<String> SCRATCH_PASSWORD =
            setting("scratch-password", SettingKind.TEXT, "", SECRET, """
        Password of the server for trying things.\
        """);
    public static final Setting<String> SCRATCH_URL = setting("scratch-url", SettingKind.TEXT, "", OPTION, """
        JDBC URL of a database of a server for trying things: a database beside it is made and dropped; where the user \
        may not do that, this one is emptied and used. By default one beside the real database.\
        """);
    public static final Setting<String> SCRATCH_USERNAME =
            setting("scratch-username", SettingKind.TEXT, "", OPTION, """
        User of the server for trying things. By default that of its URL.\
        """);
    public static final Setting<String> SCRIPT_TABLE =
            setting("script-table", SettingKind.TEXT, "retort_script", OPTION, """
        Name of the table of the texts of applied scripts.\
        """);
    public static final Setting<Integer> SCRIPT_TEXT_LIMIT =
            setting("script-text-limit", SettingKind.SIZE, "1MB", OPTION, """
                Size of the largest script text that is kept in the database. A larger one is a WARN when it is applied: a \
                build without the script cannot downgrade it. Zero keeps none.\
                """);
    public static final Setting<List<String>> SECRET_PLACEHOLDERS = setting(
            "secret-placeholders",
            SettingKind.LIST,
            "*password*,*passwd*,*pwd*,*secret*,*token*,*credential*,*key*",
            OPTION,
            """
            Names of placeholders whose values are secret, with * for any characters. The history does not keep these for \
            the downgrade by a build without the script.\
            """);
    public static final Setting<String> SOURCE_DIRECTORY =
            setting("source-directory", SettingKind.TEXT, "", OPTION, """
        Folder in which new scripts are written. By default the one that the first location is built from, such as \
        src/main/resources/db/migrations.\
        """);
    public static final Setting<Duration> STATEMENT_TIMEOUT =
            setting("statement-timeout", SettingKind.DURATION, "0", OPTION, """
                Time after which PostgreSQL cancels a statement of a script. Zero for no limit, whatever the role's setting.\
                """);
    public static final Setting<String> TIME_ZONE = setting("time-zone", SettingKind.TEXT, "UTC", OPTION, """
        Time zone of the migration session.\
        """);
    public static final Setting<TransactionMode> TRANSACTION =
            setting("transaction", SettingKind.choice(TransactionMode.class), "per-revision", OPTION, """
                Whether each revision commits on its own, or all of a run together.\
                """);
    public static final Setting<MissingScripts> ON_MISSING_SCRIPTS =
            setting("on-missing-scripts", SettingKind.choice(MissingScripts.class), "warn", OPTION, """
                What to do about a location that does not exist or has no scripts.\
                """);
    public static final Setting<UnknownRevision> UNKNOWN_REVISION =
            setting("unknown-revision", SettingKind.choice(UnknownRevision.class), "ahead", OPTION, """
                What to do with applied revisions that this build does not have.\
                """);
    public static final Setting<List<String>> TRUSTED_OWNERS =
            setting("trusted-owners", SettingKind.LIST, "", OPTION, """
        Roles that may own these tables, besides superusers, the session user and the role. They can act with its rights.\
        """);
    public static final Setting<String> URL = setting("url", SettingKind.TEXT, "", OPTION, """
        JDBC URL of a connection of migrations' own.\
        """);
    public static final Setting<String> USERNAME = setting("username", SettingKind.TEXT, "", OPTION, """
        User of migrations' own connection. Without a URL, that of the DataSource is used.\
        """);
    public static final Setting<String> VERSION_TABLE =
            setting("version-table", SettingKind.TEXT, "alembic_version", OPTION, """
                Name of the table of the current revisions.\
                """);
    public static final Setting<String> VERSION_TABLE_SCHEMA =
            setting("version-table-schema", SettingKind.TEXT, "", OPTION, """
                Schema of the tables that Retort keeps. By default that of the scripts.\
                """);
    public static final Setting<Duration> WAIT_FOR_LOCK =
            setting("wait-for-lock", SettingKind.DURATION, "", OPTION, """
        Time to wait for another instance that migrates. By default as long as that instance lives.\
        """);

    private static final List<Setting<?>> ALL = List.of(
            ADOPT_FROM,
            ADOPT_MIRROR,
            ADOPT_OUT_OF_ORDER,
            ADOPT_TABLE,
            DROP_UNKNOWN,
            EXCLUDE,
            INCLUDE,
            CHANGED_SCRIPTS,
            CONNECT_RETRIES,
            CREATE_SCHEMA,
            FILE_TEMPLATE,
            ON_NON_EMPTY_SCHEMA,
            HISTORY_TABLE,
            LOCATIONS,
            LOCK_RETRY_FOR,
            LOCK_TIMEOUT,
            LOCK_TIMEOUT_MAXIMUM,
            MODEL,
            ON_MISSING_SCRIPTS,
            PASSWORD,
            POST_WRITE_HOOKS,
            PROGRESS_TABLE,
            ROLE,
            SCHEMA,
            SCRATCH_PASSWORD,
            SCRATCH_URL,
            SCRATCH_USERNAME,
            SCRIPT_TABLE,
            SCRIPT_TEXT_LIMIT,
            SECRET_PLACEHOLDERS,
            SOURCE_DIRECTORY,
            STATEMENT_TIMEOUT,
            TIME_ZONE,
            TRANSACTION,
            TRUSTED_OWNERS,
            UNKNOWN_REVISION,
            URL,
            USERNAME,
            VERSION_TABLE,
            VERSION_TABLE_SCHEMA,
            WAIT_FOR_LOCK,
            setting("data-source", SettingKind.TEXT, "", APPLICATION, "Name of the DataSource bean to migrate."),
            setting(
                    "enabled",
                    SettingKind.FLAG,
                    "true",
                    APPLICATION,
                    "Whether the database is migrated and shown at all."),
            setting("java-packages", SettingKind.LIST, "", APPLICATION, """
                Packages with Java revisions (classes with @Revision). Sub-packages are searched too.\
                """),
            setting("on-startup", SettingKind.choice(StartMode.class), "upgrade", APPLICATION, """
                What the start does: bring the database to the target, fail unless it is there, wait until it is there, or \
                nothing.\
                """),
            setting(
                    "target",
                    SettingKind.TEXT,
                    "head",
                    APPLICATION,
                    "Target of the start, as the command upgrade reads it."),
            setting("wait-timeout", SettingKind.DURATION, "5m", APPLICATION, """
                Time to wait for another process to migrate, with on-startup set to wait.\
                """));

    private SettingsTable() {}

    private static <T> Setting<T> setting(
            String key, SettingKind<T> kind, String defaultText, Setting.Use use, String description) {
        return new Setting<>(key, kind, defaultText, description, use);
    }

    /** {@return all settings but the groups: {@code placeholders.}, {@code databases.} and {@code endpoint.}} */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** {@return those that the stand-alone commands have} */
    public static List<Setting<?>> standalone() {
        return ALL.stream().filter(Setting::isStandalone).toList();
    }

    /** {@return the stand-alone setting with a key} */
    static Optional<Setting<?>> find(String key) {
        return standalone().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }
}
