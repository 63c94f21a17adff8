/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.offline;

import dev.retort.internal.jdbc.SessionScript;
import dev.retort.internal.lock.LockScript;
import dev.retort.internal.sql.PsqlText;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.UnwritableStatementException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A script for psql, which stops at the first error because the script tells it to. */
final class PsqlForm implements OfflineForm {

    private final SessionScript session;
    private final LockScript lock;
    private final @Nullable Duration waitForLock;

    PsqlForm(SessionScript session, LockScript lock, @Nullable Duration waitForLock) {
        this.session = session;
        this.lock = lock;
        this.waitForLock = waitForLock;
    }

    @Override
    public boolean guardsEachTransaction() {
        return false;
    }

    @Override
    public String opening(String title) {
        return "\\set ON_ERROR_STOP on\n"
                + OfflineScript.commented(title + ". Run it with: psql -X -f <this file>")
                + "\\set ON_ERROR_ROLLBACK off\n\\set AUTOCOMMIT on\n\\set SINGLELINE off\n\\pset pager off\n"
                + OfflineScript.commented("Set up the session")
                + "SET client_encoding = 'UTF8';\nSET client_min_messages = 'notice';\n"
                + session()
                + OfflineScript.commented(
                        "Take the migration lock: runs of Retort wait for this script, and this script waits for them")
                + lock.acquire(waitForLock);
    }

    @Override
    public String preparation(String check, String missing) {
        return OfflineScript.commented("Check that the database is at the start of the script")
                + check
                + OfflineScript.commented("Create missing tables")
                + missing;
    }

    @Override
    public String transaction(String guard, String statements) {
        return "BEGIN;\n" + statements + "COMMIT;\n";
    }

    @Override
    public String session() {
        return session.setUp();
    }

    @Override
    public String self() {
        return session.self();
    }

    @Override
    public String statement(SqlStatement statement) {
        String setting = PsqlText.changedSetting(statement);
        if (setting != null) {
            throw new UnwritableStatementException(
                    "It sets " + setting + ", which changes how psql reads the rest of the script.",
                    "Run the revision on the database itself, or remove the statement.");
        }
        String data = statement.copyData();
        return PsqlText.of(statement) + (data == null ? "" : data + "\\.\n");
    }

    @Override
    public String closing() {
        return OfflineScript.commented("Done") + lock.release();
    }
}
