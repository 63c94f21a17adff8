/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.answer;

import dev.retort.error.RetortException;
import dev.retort.graph.GraphException;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.script.ScriptException;
import dev.retort.run.ChangedScript;
import dev.retort.run.ChangedScriptException;
import dev.retort.run.FailedStatement;
import dev.retort.run.HeldException;
import dev.retort.run.IrreversibleException;
import dev.retort.run.LockLostException;
import dev.retort.run.LockNotAcquiredException;
import dev.retort.run.NotAtTargetException;
import dev.retort.run.PartialRevisionException;
import dev.retort.run.StatementFailedException;
import dev.retort.run.UnknownRevisionsException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The details of a failure that a caller may see. A caller that may see SQL gets Retort's complete message, with
 * passwords masked. A reader gets a general message, SQLSTATE, revision and line: the server's messages quote data,
 * and paths, hosts and database users reveal topology. Only errors that are known to contain none of these are shown
 * to readers unchanged.
 *
 * @param message what happened and why
 * @param action what to do next
 * @param complete whether no details were removed
 * @since 0.1
 */
public record Disclosure(String message, String action, boolean complete) {

    private static final Pattern PASSWORD_PARAMETER = Pattern.compile("(?i)(password\\s*=\\s*)[^&;\\s]+");
    private static final Pattern PASSWORD_IN_AUTHORITY = Pattern.compile("(://[^/@:\\s]*:)[^/@\\s]+@");

    private static final String SEE_THE_LOG =
            "For details see the application log, or call this endpoint as a principal that may see"
                    + " SQL (retort.endpoint.show-sql).";

    /** Errors that contain only revisions and values of the request. */
    private static final Set<Class<? extends RetortException>> FOR_ALL = Set.of(
            RequestRefusedException.class,
            GraphException.class,
            HeldException.class,
            NotAtTargetException.class,
            UnknownRevisionsException.class);

    /** Errors whose first sentence contains only these, while the others name files, sessions or objects. */
    private static final Set<Class<? extends RetortException>> FIRST_SENTENCE_FOR_ALL = Set.of(
            LockNotAcquiredException.class,
            LockLostException.class,
            IrreversibleException.class,
            PartialRevisionException.class,
            ScriptException.class);

    /**
     * Decides what to show.
     *
     * @param failure the failure
     * @param withSql whether the caller may see SQL
     */
    public static Disclosure of(RuntimeException failure, boolean withSql) {
        if (!(failure instanceof RetortException known)) {
            return new Disclosure(
                    "Unexpected " + failure.getClass().getSimpleName() + ".",
                    "For details see the application log.",
                    false);
        }
        if (withSql || FOR_ALL.contains(known.getClass())) {
            String message = known.why().isEmpty() ? known.what() : known.what() + " " + known.why();
            return new Disclosure(masked(message), masked(known.action()), true);
        }
        return new Disclosure(forReaders(known), SEE_THE_LOG, false);
    }

    private static String forReaders(RetortException failure) {
        if (failure instanceof StatementFailedException failed) {
            return statement(failed.statement());
        }
        if (failure instanceof DatabaseException failed) {
            return "The connection failed or the database refused a statement" + sqlState(failed.sqlState()) + ".";
        }
        if (failure instanceof ChangedScriptException changed) {
            return "Scripts were changed after they were applied: " + revisions(changed) + ".";
        }
        return FIRST_SENTENCE_FOR_ALL.contains(failure.getClass()) ? failure.what() : byCategory(failure);
    }

    private static String statement(FailedStatement failed) {
        return "Revision " + failed.revision() + " failed at line " + failed.line() + sqlState(failed.sqlState()) + ".";
    }

    private static String sqlState(@Nullable String sqlState) {
        return sqlState == null ? "" : " (SQLSTATE " + sqlState + ")";
    }

    private static String revisions(ChangedScriptException changed) {
        return changed.scripts().stream().map(ChangedScript::revision).collect(Collectors.joining(", "));
    }

    private static String byCategory(RetortException failure) {
        return switch (failure.category()) {
            case UNUSABLE_REQUEST -> "The request is invalid.";
            case NOT_FOUND -> "The request names something that does not exist.";
            case CONFLICT -> "The operation is not allowed in the current state of the scripts or the database.";
            case LOCKED -> "Another run holds the migration lock.";
            case FAILED -> "The operation failed.";
        };
    }

    public static String masked(String text) {
        String withoutParameters = PASSWORD_PARAMETER.matcher(text).replaceAll("$1***");
        return PASSWORD_IN_AUTHORITY.matcher(withoutParameters).replaceAll("$1***@");
    }
}
