/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.settings;

import static dev.retort.cli.settings.Setting.Use.APPLICATION;
import static dev.retort.cli.settings.Setting.Use.NO_OPTION;
import static dev.retort.cli.settings.Setting.Use.OPTION;
import static dev.retort.cli.settings.Setting.Use.SECRET;

import dev.retort.StartMode;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.JavaLinting;
import dev.retort.settings.MissingScripts;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.OnLintError;
import dev.retort.settings.TransactionMode;
import dev.retort.settings.UnknownRevision;
import dev.retort.settings.UnknownSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All settings: options, variables, {@code .env}, {@code retort.properties}, the help and the guide are built from
 * this table, and a test compares it with the properties of the starter.
 */
public final class SettingsTable {

    public static final Setting<String> ADOPT_FROM = setting("adopt.from", SettingKind.TEXT, "", OPTION, """
        Tool from which a database is adopted: flyway or liquibase. By default the one whose history table exists.\
        """);
    public static final Setting<Boolean> ADOPT_MIRROR = setting("adopt.mirror", SettingKind.FLAG, "true", OPTION, """
        Whether to record upgrades and downgrades of imported revisions in the history table of the other tool too.\
        """);
    public static final Setting<Boolean> ADOPT_OUT_OF_ORDER =
            setting("adopt.out-of-order", SettingKind.FLAG, "false", OPTION, """
                Whether an adoption runs migrations that the database lacks although newer ones ran. Otherwise it is \
                refused.\
                """);
    public static final Setting<String> ADOPT_TABLE = setting("adopt.table", SettingKind.TEXT, "", OPTION, """
        History table of the other tool, with or without its schema. By default the one that exists.\
        """);
    public static final Setting<Boolean> DROP_UNKNOWN =
            setting("autogenerate.drop-unknown", SettingKind.FLAG, "false", NO_OPTION, """
                Whether to drop objects that are not in the model. By default they are kept and listed.\
                """);
    public static final Setting<List<String>> EXCLUDE =
            setting("autogenerate.exclude", SettingKind.LIST, "", NO_OPTION, """
        Patterns of objects that are not compared, [kind:]name with * for any characters, such as audit_* or \
        index:ix_tmp_*.\
        """);
    public static final Setting<List<String>> INCLUDE =
            setting("autogenerate.include", SettingKind.LIST, "", NO_OPTION, """
        Patterns of objects that are compared, [kind:]name with * for any characters. By default all objects are.\
        """);
    public static final Setting<List<String>> TOLERATE =
            setting("autogenerate.tolerate", SettingKind.LIST, "all", NO_OPTION, """
        Kinds of rules that a database may have although its entities do not state them, such as not-null or on-delete; all or \
        none.\
        """);
    public static final Setting<ChangedScripts> CHANGED_SCRIPTS =
            setting("changed-scripts", SettingKind.choice(ChangedScripts.class), "fail", OPTION, """
                What to do with scripts that were changed after they were applied.\
                """);
    public static final Setting<Integer> CONNECT_RETRIES =
            setting("connect-retries", SettingKind.COUNT, "0", OPTION, """
        How often to retry a failed connection.\
        """);
    public static final Setting<Boolean> CREATE_SCHEMA =
            setting("create-schema", SettingKind.FLAG, "false", OPTION, """
        Whether to create the schema when it does not exist.\
        """);
    public static final Setting<String> FILE_TEMPLATE =
            setting("file-template", SettingKind.TEXT, "{timestamp}_{slug}", OPTION, """
                Names of new scripts, with timestamp, slug, rev, epoch, year, month, day, hour, minute and second in \
                braces.\
                """);
    public static final Setting<NonEmptySchemaPolicy> ON_NON_EMPTY_SCHEMA =
            setting("on-non-empty-schema", SettingKind.choice(NonEmptySchemaPolicy.class), "refuse", OPTION, """
                What to do with a schema that has objects but no version table; adopt takes it over from another \
                migration tool.\
                """);
    public static final Setting<String> HISTORY_TABLE =
            setting("history-table", SettingKind.TEXT, "retort_history", OPTION, """
                Name of the history table: one row for each step, failed ones included.\
                """);
    public static final Setting<JavaLinting> LINT_JAVA =
            setting("lint.java", SettingKind.choice(JavaLinting.class), "not-measured", NO_OPTION, """
                What lint does with Java revisions: they can have effects outside the database.\
                """);
    public static final Setting<Duration> LINT_MAX_BLOCKING_READS =
            setting("lint.max-blocking-reads", SettingKind.DURATION, "1s", NO_OPTION, """
                Time for which a revision may block reads before lint reports an error.\
                """);
    public static final Setting<Duration> LINT_MAX_BLOCKING_WRITES =
            setting("lint.max-blocking-writes", SettingKind.DURATION, "5s", NO_OPTION, """
                Time for which a revision may block writes before lint reports an error.\
                """);
    public static final Setting<Boolean> LINT_REQUIRE_MEASURED =
            setting("lint.require-measured", SettingKind.FLAG, "false", NO_OPTION, """
                Whether lint reports a statement that cannot be measured as an error.\
                """);
    public static final Setting<UnknownSize> LINT_UNKNOWN_SIZE =
            setting("lint.unknown-size", SettingKind.choice(UnknownSize.class), "warn", NO_OPTION, """
                How lint treats tables of unknown size: as a warning, or as large or small ones.\
                """);
    public static final Setting<List<String>> LOCATIONS = setting("locations", SettingKind.LIST, "", OPTION, """
        Locations of the revision scripts: folders on the class path (classpath:) or in the file system (filesystem:). \
        Sub-folders are read.\
        """);
    public static final Setting<Duration> LOCK_RETRY_FOR =
            setting("lock-retry-for", SettingKind.DURATION, "5m", OPTION, """
        Time for which a revision is retried after a lock timeout before it fails.\
        """);
    public static final Setting<Duration> LOCK_TIMEOUT =
            setting("lock-timeout", SettingKind.DURATION, "500ms", OPTION, """
        First value of PostgreSQL's lock_timeout for DDL transactions. After the timeout the transaction rolls back, \
        so that queued sessions can proceed, and is retried. Zero disables the timeout.\
        """);
    public static final Setting<Duration> LOCK_TIMEOUT_MAXIMUM =
            setting("lock-timeout-maximum", SettingKind.DURATION, "3s", OPTION, """
                Largest value to which lock-timeout grows on retries.\
                """);
    public static final Setting<String> MODEL = setting("model", SettingKind.TEXT, "", NO_OPTION, """
        Models that the database is compared with: hibernate, jdbc, or sql:FILE, separated by commas. By default the \
        only one that the application has.\
        """);
    public static final Setting<String> OBJECTS = setting("objects", SettingKind.TEXT, "", OPTION, """
        Location of the object files: views, functions, procedures and triggers that are part of the model. The \
        default need not exist; none disables object files.\
        """);
    public static final Setting<String> PASSWORD = setting("password", SettingKind.TEXT, "", SECRET, """
        Password of the connection for migrations.\
        """);
    public static final Setting<List<String>> POST_WRITE_HOOKS =
            setting("post-write-hooks", SettingKind.LIST, "", OPTION, """
                Commands to run on a new script, without a shell. REVISION_SCRIPT_FILENAME is replaced with the \
                file; without it the file is the last argument.\
                """);
    public static final Setting<String> PROGRESS_TABLE =
            setting("progress-table", SettingKind.TEXT, "retort_progress", OPTION, """
                Name of the table with the progress of autocommit statements.\
                """);
    public static final Setting<String> ROLE = setting("role", SettingKind.TEXT, "", OPTION, """
        Role that the migration session takes with SET ROLE.\
        """);
    public static final Setting<String> SCHEMA = setting("schema", SettingKind.TEXT, "", OPTION, """
        Schema of the scripts, the first in their search_path. By default that of the connection.\
        """);
    public static final Setting<String> SCRATCH_PASSWORD =
            setting("scratch-password", SettingKind.TEXT, "", SECRET, """
        Password of the scratch server.\
        """);
    public static final Setting<String> SCRATCH_URL = setting("scratch-url", SettingKind.TEXT, "", OPTION, """
        JDBC URL of a database on the scratch server. Retort creates and drops a database there; if the user may not \
        create databases, this one is emptied and used. By default the server of the real database.\
        """);
    public static final Setting<String> SCRATCH_USERNAME =
            setting("scratch-username", SettingKind.TEXT, "", OPTION, """
        User of the scratch server. By default that of its URL.\
        """);
    public static final Setting<String> SCRIPT_TABLE =
            setting("script-table", SettingKind.TEXT, "retort_script", OPTION, """
        Name of the table with the texts of applied scripts.\
        """);
    public static final Setting<Integer> SCRIPT_TEXT_LIMIT =
            setting("script-text-limit", SettingKind.SIZE, "1MB", OPTION, """
                Largest script text that is kept in the database. A larger one logs a WARN when it is applied: a \
                build without the script cannot downgrade it. Zero keeps none.\
                """);
    public static final Setting<List<String>> SECRET_PLACEHOLDERS = setting(
            "secret-placeholders",
            SettingKind.LIST,
            "*password*,*passwd*,*pwd*,*secret*,*token*,*credential*,*key*",
            OPTION,
            """
            Names of placeholders whose values are secret, with * for any characters. The database does not keep \
            these values, so a build without the script cannot downgrade with them.\
            """);
    public static final Setting<String> SOURCE_DIRECTORY =
            setting("source-directory", SettingKind.TEXT, "", OPTION, """
        Folder for new scripts. By default the source of the first location, such as src/main/resources/db/migrations.\
        """);
    public static final Setting<Duration> STATEMENT_TIMEOUT =
            setting("statement-timeout", SettingKind.DURATION, "0", OPTION, """
                PostgreSQL's statement_timeout for the statements of scripts. Zero for no limit, even if the role \
                has one.\
                """);
    public static final Setting<String> TIME_ZONE = setting("time-zone", SettingKind.TEXT, "UTC", OPTION, """
        Time zone of the migration session.\
        """);
    public static final Setting<TransactionMode> TRANSACTION =
            setting("transaction", SettingKind.choice(TransactionMode.class), "per-revision", OPTION, """
                Whether each revision commits separately, or all revisions of a run together.\
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
        Roles that may own these tables, besides superusers, the session user and the role. They can act with the \
        privileges of the session.\
        """);
    public static final Setting<String> URL = setting("url", SettingKind.TEXT, "", OPTION, """
        JDBC URL of a separate connection for migrations.\
        """);
    public static final Setting<String> USERNAME = setting("username", SettingKind.TEXT, "", OPTION, """
        User of the connection for migrations. Without url, the URL of the DataSource is used.\
        """);
    public static final Setting<String> VERSION_TABLE =
            setting("version-table", SettingKind.TEXT, "alembic_version", OPTION, """
                Name of the version table, with the current revisions.\
                """);
    public static final Setting<String> VERSION_TABLE_SCHEMA =
            setting("version-table-schema", SettingKind.TEXT, "", OPTION, """
                Schema of Retort's tables. By default that of the scripts.\
                """);
    public static final Setting<Duration> WAIT_FOR_LOCK =
            setting("wait-for-lock", SettingKind.DURATION, "", OPTION, """
        Time to wait for another instance that migrates. By default until it ends.\
        """);

    private static final List<Setting<?>> ALL = List.of(
            ADOPT_FROM,
            ADOPT_MIRROR,
            ADOPT_OUT_OF_ORDER,
            ADOPT_TABLE,
            DROP_UNKNOWN,
            EXCLUDE,
            INCLUDE,
            TOLERATE,
            CHANGED_SCRIPTS,
            CONNECT_RETRIES,
            CREATE_SCHEMA,
            FILE_TEMPLATE,
            ON_NON_EMPTY_SCHEMA,
            HISTORY_TABLE,
            LINT_JAVA,
            LINT_MAX_BLOCKING_READS,
            LINT_MAX_BLOCKING_WRITES,
            LINT_REQUIRE_MEASURED,
            LINT_UNKNOWN_SIZE,
            LOCATIONS,
            LOCK_RETRY_FOR,
            LOCK_TIMEOUT,
            LOCK_TIMEOUT_MAXIMUM,
            MODEL,
            OBJECTS,
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
            setting("enabled", SettingKind.FLAG, "true", APPLICATION, "Whether to enable Retort."),
            setting("java-packages", SettingKind.LIST, "", APPLICATION, """
                Packages with Java revisions (classes with @Revision), subpackages included.\
                """),
            setting("on-lint-error", SettingKind.choice(OnLintError.class), "warn", APPLICATION, """
                What a start does when the findings in the jar of the build about pending revisions contain an error.\
                """),
            setting("on-startup", SettingKind.choice(StartMode.class), "upgrade", APPLICATION, """
                What to do at startup: upgrade to the target, fail if the database is not at the target, wait until \
                it is, or nothing.\
                """),
            setting(
                    "target",
                    SettingKind.TEXT,
                    "head",
                    APPLICATION,
                    "Target of the startup, with the syntax of the upgrade command."),
            setting("wait-timeout", SettingKind.DURATION, "5m", APPLICATION, """
                Time to wait for another process to migrate, with on-startup set to wait.\
                """));

    private SettingsTable() {}

    private static <T> Setting<T> setting(
            String key, SettingKind<T> kind, String defaultText, Setting.Use use, String description) {
        return new Setting<>(key, kind, defaultText, description, use);
    }

    /** {@return all settings but the groups: {@code lint.rules.}, {@code placeholders.}, {@code databases.} and {@code endpoint.}} */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** {@return the settings of the stand-alone commands} */
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
