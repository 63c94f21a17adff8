/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.properties;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The connection, session and timeouts of one database.
 *
 * @since 0.1
 */
public abstract class SessionProperties {

    /** Name of the DataSource bean to migrate. */
    private @Nullable String dataSource;

    /** JDBC URL of a separate connection for migrations. */
    private @Nullable String url;

    /** User of the connection for migrations. Without url, the URL of the DataSource is used. */
    private @Nullable String username;

    /** Password of the connection for migrations. */
    private @Nullable String password;

    /** Role that the migration session takes with SET ROLE. */
    private @Nullable String role;

    /** How often to retry a failed connection. */
    private int connectRetries = 0;

    /** Time zone of the migration session. */
    private String timeZone = "UTC";

    /** PostgreSQL's statement_timeout for the statements of scripts. Zero for no limit, even if the role has one. */
    private Duration statementTimeout = Duration.ZERO;

    /** First value of PostgreSQL's lock_timeout for DDL transactions. After the timeout the transaction rolls back, so that queued sessions can proceed, and is retried. Zero disables the timeout. */
    private Duration lockTimeout = Duration.ofMillis(500);

    /** Largest value to which lock-timeout grows on retries. */
    private Duration lockTimeoutMaximum = Duration.ofSeconds(3);

    /** Time for which a revision is retried after a lock timeout before it fails. */
    private Duration lockRetryFor = Duration.ofMinutes(5);

    /** Time to wait for another instance that migrates. By default until it ends. */
    private @Nullable Duration waitForLock;

    /** Time to wait for another process to migrate, with on-startup set to wait. */
    private Duration waitTimeout = Duration.ofMinutes(5);

    /** JDBC URL of a database on the scratch server. Retort creates and drops a database there; if the user may not create databases, this one is emptied and used. By default the server of the real database. */
    private @Nullable String scratchUrl;

    /** User of the scratch server. By default that of its URL. */
    private @Nullable String scratchUsername;

    /** Password of the scratch server. */
    private @Nullable String scratchPassword;

    public @Nullable String getDataSource() {
        return dataSource;
    }

    public void setDataSource(@Nullable String dataSource) {
        this.dataSource = dataSource;
    }

    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String url) {
        this.url = url;
    }

    public @Nullable String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = username;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public int getConnectRetries() {
        return connectRetries;
    }

    public void setConnectRetries(int connectRetries) {
        this.connectRetries = connectRetries;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    public Duration getStatementTimeout() {
        return statementTimeout;
    }

    public void setStatementTimeout(Duration statementTimeout) {
        this.statementTimeout = statementTimeout;
    }

    public Duration getLockTimeout() {
        return lockTimeout;
    }

    public void setLockTimeout(Duration lockTimeout) {
        this.lockTimeout = lockTimeout;
    }

    public Duration getLockTimeoutMaximum() {
        return lockTimeoutMaximum;
    }

    public void setLockTimeoutMaximum(Duration lockTimeoutMaximum) {
        this.lockTimeoutMaximum = lockTimeoutMaximum;
    }

    public Duration getLockRetryFor() {
        return lockRetryFor;
    }

    public void setLockRetryFor(Duration lockRetryFor) {
        this.lockRetryFor = lockRetryFor;
    }

    public @Nullable Duration getWaitForLock() {
        return waitForLock;
    }

    public void setWaitForLock(@Nullable Duration waitForLock) {
        this.waitForLock = waitForLock;
    }

    public Duration getWaitTimeout() {
        return waitTimeout;
    }

    public void setWaitTimeout(Duration waitTimeout) {
        this.waitTimeout = waitTimeout;
    }

    public @Nullable String getScratchUrl() {
        return scratchUrl;
    }

    public void setScratchUrl(@Nullable String scratchUrl) {
        this.scratchUrl = scratchUrl;
    }

    public @Nullable String getScratchUsername() {
        return scratchUsername;
    }

    public void setScratchUsername(@Nullable String scratchUsername) {
        this.scratchUsername = scratchUsername;
    }

    public @Nullable String getScratchPassword() {
        return scratchPassword;
    }

    public void setScratchPassword(@Nullable String scratchPassword) {
        this.scratchPassword = scratchPassword;
    }
}
