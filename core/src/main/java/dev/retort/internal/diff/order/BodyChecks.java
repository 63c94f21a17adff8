/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RoutineOperation.CreateRoutine;
import dev.retort.operation.RoutineOperation.ReplaceRoutine;
import dev.retort.operation.Transactionality;
import dev.retort.schema.Routine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Switches off the check of a routine's body where that would resolve names.
 *
 * <p>The body is text, which PostgreSQL took once already: with the search path of that session, in another order, or unchecked,
 * as in what {@code pg_dump} writes. In the session of a script the same text may be refused.
 */
public final class BodyChecks {

    private static final ExecuteSql OFF = ExecuteSql.of("SET LOCAL check_function_bodies = off");
    private static final Pattern SQL = Pattern.compile("\n\\s+LANGUAGE sql\\b");
    private static final Pattern PLPGSQL = Pattern.compile("\n\\s+LANGUAGE plpgsql\\b");
    private static final Pattern BEGIN = Pattern.compile("\\bBEGIN\\b", Pattern.CASE_INSENSITIVE);

    private final Set<String> names = new HashSet<>();

    /**
     * Makes the switch.
     *
     * @param schema what has the names that the declarations of a body may be resolved to
     */
    public BodyChecks(Lookup schema) {
        schema.schema().tables().forEach(table -> names.add(table.name().name()));
        schema.schema().views().forEach(view -> names.add(view.key().name().name()));
        schema.schema().types().forEach(type -> names.add(type.key().name().name()));
    }

    /** {@return the changes, with the switch before the first such routine of each transaction} */
    public List<AnnotatedOperation> switchedOff(List<AnnotatedOperation> changes) {
        List<AnnotatedOperation> result = new ArrayList<>();
        boolean off = false;
        for (AnnotatedOperation change : changes) {
            Routine routine = routine(change.operation());
            if (!off && routine != null && resolvesNames(routine.definition())) {
                result.add(AnnotatedOperation.of(OFF));
                off = true;
            }
            off = off && change.operation().transactionality() == Transactionality.INSIDE;
            result.add(change);
        }
        return result;
    }

    private static @Nullable Routine routine(Operation operation) {
        if (operation instanceof CreateRoutine create) {
            return create.definition();
        }
        return operation instanceof ReplaceRoutine replace ? replace.to() : null;
    }

    private boolean resolvesNames(String definition) {
        int body = definition.indexOf("\nAS ");
        if (body < 0) {
            return false;
        }
        if (PLPGSQL.matcher(definition).find()) {
            String declarations = BEGIN.split(definition.substring(body), 2)[0];
            return declarations.toUpperCase(Locale.ROOT).contains("%")
                    || SqlText.wordsOfBody(declarations).stream().anyMatch(names::contains);
        }
        return SQL.matcher(definition).find();
    }
}
