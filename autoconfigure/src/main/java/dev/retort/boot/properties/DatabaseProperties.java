/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.properties;

import dev.retort.StartMode;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.MissingScripts;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.OnLintError;
import dev.retort.settings.SecretPlaceholders;
import dev.retort.settings.TransactionMode;
import dev.retort.settings.UnknownRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * The settings of one database, also below {@code retort.databases.<name>}.
 *
 * @since 0.1
 */
public class DatabaseProperties extends SessionProperties {

    /** Whether to enable Retort. */
    private boolean enabled = true;

    /** What to do at startup: upgrade to the target, fail if the database is not at the target, wait until it is, or nothing. */
    private StartMode onStartup = StartMode.UPGRADE;

    /** Target of the startup, with the syntax of the upgrade command. */
    private String target = "head";

    /** Locations of the revision scripts: folders on the class path (classpath:) or in the file system (filesystem:). Sub-folders are read. */
    private List<String> locations = new ArrayList<>(List.of("classpath:db/migrations"));

    /** Packages with Java revisions (classes with @Revision), subpackages included. */
    private List<String> javaPackages = new ArrayList<>();

    /** Folder for new scripts. By default the source of the first location, such as src/main/resources/db/migrations. */
    private @Nullable String sourceDirectory;

    /** Names of new scripts, with timestamp, slug, rev, epoch, year, month, day, hour, minute and second in braces. */
    private String fileTemplate = "{timestamp}_{slug}";

    /** Commands to run on a new script, without a shell. REVISION_SCRIPT_FILENAME is replaced with the file; without it the file is the last argument. */
    private List<String> postWriteHooks = new ArrayList<>();

    /** Values of placeholders, for scripts with "placeholders: true" in the header. */
    private Map<String, String> placeholders = new LinkedHashMap<>();

    /** Names of placeholders whose values are secret, with * for any characters. The database does not keep these values, so a build without the script cannot downgrade with them. */
    private List<String> secretPlaceholders =
            new ArrayList<>(SecretPlaceholders.defaults().names());

    /** Schema of the scripts, the first in their search_path. By default that of the connection. */
    private @Nullable String schema;

    /** Whether to create the schema when it does not exist. */
    private boolean createSchema = false;

    /** Schema of Retort's tables. By default that of the scripts. */
    private @Nullable String versionTableSchema;

    /** Name of the version table, with the current revisions. */
    private String versionTable = "alembic_version";

    /** Name of the history table: one row for each step, failed ones included. */
    private String historyTable = "retort_history";

    /** Name of the table with the texts of applied scripts. */
    private String scriptTable = "retort_script";

    /** Name of the table with the progress of autocommit statements. */
    private String progressTable = "retort_progress";

    /** Roles that may own these tables, besides superusers, the session user and the role. They can act with the privileges of the session. */
    private List<String> trustedOwners = new ArrayList<>();

    /** Largest script text that is kept in the database. A larger one logs a WARN when it is applied: a build without the script cannot downgrade it. Zero keeps none. */
    private DataSize scriptTextLimit = DataSize.ofMegabytes(1);

    /** Whether each revision commits separately, or all revisions of a run together. */
    private TransactionMode transaction = TransactionMode.PER_REVISION;

    /** What to do with a schema that has objects but no version table; adopt takes it over from another migration tool. */
    private NonEmptySchemaPolicy onNonEmptySchema = NonEmptySchemaPolicy.REFUSE;

    /** What to do with scripts that were changed after they were applied. */
    private ChangedScripts changedScripts = ChangedScripts.FAIL;

    /** What to do about a location that does not exist or has no scripts. */
    private MissingScripts onMissingScripts = MissingScripts.WARN;

    /** What to do with applied revisions that this build does not have. */
    private UnknownRevision unknownRevision = UnknownRevision.AHEAD;

    /** Models that the database is compared with: hibernate, jdbc, or sql:FILE, separated by commas. By default the only one that the application has. */
    private @Nullable String model;

    /** Location of the object files: views, functions, procedures and triggers that are part of the model. The default need not exist; none disables object files. */
    private String objects = "classpath:db/objects";

    @NestedConfigurationProperty
    private final AdoptionProperties adopt = new AdoptionProperties();

    @NestedConfigurationProperty
    private final AutogenerateProperties autogenerate = new AutogenerateProperties();

    @NestedConfigurationProperty
    private final LintProperties lint = new LintProperties();

    /** What a start does when the findings in the jar of the build about pending revisions contain an error. */
    private OnLintError onLintError = OnLintError.WARN;

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public StartMode getOnStartup() {
        return onStartup;
    }

    public void setOnStartup(StartMode onStartup) {
        this.onStartup = onStartup;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public List<String> getLocations() {
        return locations;
    }

    public void setLocations(List<String> locations) {
        this.locations = locations;
    }

    public List<String> getJavaPackages() {
        return javaPackages;
    }

    public void setJavaPackages(List<String> javaPackages) {
        this.javaPackages = javaPackages;
    }

    public @Nullable String getSourceDirectory() {
        return sourceDirectory;
    }

    public void setSourceDirectory(@Nullable String sourceDirectory) {
        this.sourceDirectory = sourceDirectory;
    }

    public String getFileTemplate() {
        return fileTemplate;
    }

    public void setFileTemplate(String fileTemplate) {
        this.fileTemplate = fileTemplate;
    }

    public List<String> getPostWriteHooks() {
        return postWriteHooks;
    }

    public void setPostWriteHooks(List<String> postWriteHooks) {
        this.postWriteHooks = postWriteHooks;
    }

    public Map<String, String> getPlaceholders() {
        return placeholders;
    }

    public void setPlaceholders(Map<String, String> placeholders) {
        this.placeholders = placeholders;
    }

    public List<String> getSecretPlaceholders() {
        return secretPlaceholders;
    }

    public void setSecretPlaceholders(List<String> secretPlaceholders) {
        this.secretPlaceholders = secretPlaceholders;
    }

    public @Nullable String getSchema() {
        return schema;
    }

    public void setSchema(@Nullable String schema) {
        this.schema = schema;
    }

    public boolean isCreateSchema() {
        return createSchema;
    }

    public void setCreateSchema(boolean createSchema) {
        this.createSchema = createSchema;
    }

    public @Nullable String getVersionTableSchema() {
        return versionTableSchema;
    }

    public void setVersionTableSchema(@Nullable String versionTableSchema) {
        this.versionTableSchema = versionTableSchema;
    }

    public String getVersionTable() {
        return versionTable;
    }

    public void setVersionTable(String versionTable) {
        this.versionTable = versionTable;
    }

    public String getHistoryTable() {
        return historyTable;
    }

    public void setHistoryTable(String historyTable) {
        this.historyTable = historyTable;
    }

    public String getScriptTable() {
        return scriptTable;
    }

    public void setScriptTable(String scriptTable) {
        this.scriptTable = scriptTable;
    }

    public String getProgressTable() {
        return progressTable;
    }

    public void setProgressTable(String progressTable) {
        this.progressTable = progressTable;
    }

    public List<String> getTrustedOwners() {
        return trustedOwners;
    }

    public void setTrustedOwners(List<String> trustedOwners) {
        this.trustedOwners = trustedOwners;
    }

    public DataSize getScriptTextLimit() {
        return scriptTextLimit;
    }

    public void setScriptTextLimit(DataSize scriptTextLimit) {
        this.scriptTextLimit = scriptTextLimit;
    }

    public TransactionMode getTransaction() {
        return transaction;
    }

    public void setTransaction(TransactionMode transaction) {
        this.transaction = transaction;
    }

    public NonEmptySchemaPolicy getOnNonEmptySchema() {
        return onNonEmptySchema;
    }

    public void setOnNonEmptySchema(NonEmptySchemaPolicy onNonEmptySchema) {
        this.onNonEmptySchema = onNonEmptySchema;
    }

    public ChangedScripts getChangedScripts() {
        return changedScripts;
    }

    public void setChangedScripts(ChangedScripts changedScripts) {
        this.changedScripts = changedScripts;
    }

    public MissingScripts getOnMissingScripts() {
        return onMissingScripts;
    }

    public void setOnMissingScripts(MissingScripts onMissingScripts) {
        this.onMissingScripts = onMissingScripts;
    }

    public UnknownRevision getUnknownRevision() {
        return unknownRevision;
    }

    public void setUnknownRevision(UnknownRevision unknownRevision) {
        this.unknownRevision = unknownRevision;
    }

    public @Nullable String getModel() {
        return model;
    }

    public void setModel(@Nullable String model) {
        this.model = model;
    }

    public String getObjects() {
        return objects;
    }

    public void setObjects(String objects) {
        this.objects = objects;
    }

    public AdoptionProperties getAdopt() {
        return adopt;
    }

    public LintProperties getLint() {
        return lint;
    }

    public OnLintError getOnLintError() {
        return onLintError;
    }

    public void setOnLintError(OnLintError onLintError) {
        this.onLintError = onLintError;
    }

    public AutogenerateProperties getAutogenerate() {
        return autogenerate;
    }
}
