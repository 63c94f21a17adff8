/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import dev.retort.internal.imports.liquibase.Reflected.LiquibaseFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Preconditions that have the same answer in every new database: what database it is, the parameters of the changelog, and
 * which change sets before this one have run. Liquibase itself answers the first two.
 */
final class SettledPreconditions {

    private static final Set<String> OF_LIQUIBASE = Set.of("dbms", "changeLogPropertyDefined");

    private final Object database;
    private final Object changelog;
    private final Map<ChangeSetName, @Nullable Boolean> executed = new HashMap<>();

    SettledPreconditions(Object database, Object changelog) {
        this.database = database;
        this.changelog = changelog;
    }

    /** A change set follows those before it. One that is only marked as run counts as executed for Liquibase. */
    void add(ChangeSetName name, @Nullable Precondition precondition) {
        boolean recorded = precondition == null
                || precondition.alwaysHolds()
                || !precondition.onFail().equals("CONTINUE");
        executed.put(name, recorded ? Boolean.TRUE : null);
    }

    /** {@return whether a precondition of a change set holds; {@code null} if that is not known} */
    @Nullable
    Boolean holds(String name, Object precondition, Object changeSet) throws LiquibaseFailure {
        if (name.equals("changeSetExecuted")) {
            String file = Reflected.text(precondition, "getChangeLogFile");
            ChangeSetName other = new ChangeSetName(
                    Reflected.text(precondition, "getId"),
                    Reflected.text(precondition, "getAuthor"),
                    file.isEmpty() ? Reflected.text(changeSet, "getFilePath") : file);
            return executed.containsKey(other) ? executed.get(other) : Boolean.FALSE;
        }
        return OF_LIQUIBASE.contains(name) ? answer(precondition, changeSet) : null;
    }

    private @Nullable Boolean answer(Object precondition, Object changeSet) throws LiquibaseFailure {
        try {
            Reflected.ask(precondition, "check", database, changelog, changeSet, null);
            return true;
        } catch (LiquibaseFailure e) {
            if (e.isOf("PreconditionFailedException")) {
                return false;
            }
            throw e;
        }
    }
}
