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
 * What the web may be told of a failure. Those who may see SQL are told what Retort says, with passwords masked. A reader
 * is told what happened, with SQLSTATE, revision and line: what the server says of a statement quotes data, and paths,
 * hosts and database users are topology. Only errors that are known to hold none of these are shown to readers as they are.
 *
 * @param message what happened and why
 * @param action what to do next
 * @param complete whether this is all that is known
 * @since 0.1
 */
public record Disclosure(String message, String action, boolean complete) {

    private static final Pattern PASSWORD_PARAMETER = Pattern.compile("(?i)(password\\s*=\\s*)[^&;\\s]+");
    private static final Pattern PASSWORD_IN_AUTHORITY = Pattern.compile("(://[^/@:\\s]*:)[^/@\\s]+@");

    private static final String SEE_THE_LOG =
            "The log of the application says more, and so does this endpoint to those who"
                    + " may see SQL (retort.endpoint.show-sql).";

    /** Errors that speak of revisions, of the request, and of nothing else. */
    private static final Set<Class<? extends RetortException>> FOR_ALL = Set.of(
            RequestRefusedException.class,
            GraphException.class,
            HeldException.class,
            NotAtTargetException.class,
            UnknownRevisionsException.class);

    /** Errors whose first sentence does, while the others name files, sessions or objects. */
    private static final Set<Class<? extends RetortException>> FIRST_SENTENCE_FOR_ALL = Set.of(
            LockNotAcquiredException.class,
            LockLostException.class,
            IrreversibleException.class,
            PartialRevisionException.class,
            ScriptException.class);

    /**
     * Decides what to tell.
     *
     * @param failure what happened
     * @param withSql whether the caller may see SQL
     */
    public static Disclosure of(RuntimeException failure, boolean withSql) {
        if (!(failure instanceof RetortException known)) {
            return new Disclosure(
                    "Unexpected " + failure.getClass().getSimpleName() + ".",
                    "The log of the application says more.",
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
            return "The database could not be reached or refused a statement" + sqlState(failed.sqlState()) + ".";
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
            case UNUSABLE_REQUEST -> "The request cannot be used.";
            case NOT_FOUND -> "The request names something that does not exist.";
            case CONFLICT -> "The state of the scripts or of the database forbids the operation.";
            case LOCKED -> "Another run holds the migration lock.";
            case FAILED -> "The operation failed.";
        };
    }

    public static String masked(String text) {
        String withoutParameters = PASSWORD_PARAMETER.matcher(text).replaceAll("$1***");
        return PASSWORD_IN_AUTHORITY.matcher(withoutParameters).replaceAll("$1***@");
    }
}
