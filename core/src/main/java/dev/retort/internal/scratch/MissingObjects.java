/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.statement.ServerAnswer;
import dev.retort.model.ModelStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Failures of statements that need an object which does not exist yet: a relation, function, type, column or schema. */
final class MissingObjects {

    private static final Set<String> UNDEFINED = Set.of("42P01", "42883", "42704", "42703", "3F000");

    private MissingObjects() {}

    static boolean is(SQLException failure) {
        return UNDEFINED.contains(String.valueOf(failure.getSQLState()));
    }

    static SQLException required(@Nullable SQLException failure) {
        return Objects.requireNonNull(failure);
    }

    static String words(ModelStatement statement, @Nullable SQLException failure) {
        return statement.origin() + ": " + ServerAnswer.of(required(failure)).message();
    }

    static String list(List<String> others) {
        return others.isEmpty()
                ? ""
                : others.stream()
                        .collect(Collectors.joining("\n", "\nThese wait for objects that do not exist, too:\n", ""));
    }
}
