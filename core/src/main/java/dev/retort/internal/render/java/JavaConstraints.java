/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.java;

import static dev.retort.internal.render.java.JavaDefinitions.addFlag;
import static dev.retort.internal.render.java.JavaDefinitions.chain;

import dev.retort.internal.render.java.JavaNode.Call;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.Deferrability;
import dev.retort.schema.part.ForeignKeyAction;
import dev.retort.schema.part.IndexStorage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes constraints in the words of a revision's DSL.
 *
 * @param words writes what they have in common with the rest of a table
 */
record JavaConstraints(JavaDefinitions words) {

    /** {@return a constraint; {@code null} when the DSL lacks words for it} */
    @Nullable
    JavaNode of(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            PrimaryKey made = new PrimaryKey(
                    key.name(),
                    key.columns(),
                    List.of(),
                    false,
                    key.deferrability(),
                    IndexStorage.DEFAULT,
                    key.comment());
            return key.equals(made) ? key("primaryKey", key.columns(), key.deferrability(), key) : null;
        }
        if (constraint instanceof Unique key) {
            Unique made = new Unique(
                    key.name(),
                    key.columns(),
                    List.of(),
                    false,
                    false,
                    key.deferrability(),
                    IndexStorage.DEFAULT,
                    key.comment());
            return key.equals(made) ? key("unique", key.columns(), key.deferrability(), key) : null;
        }
        if (constraint instanceof Check check) {
            return check(check);
        }
        return constraint instanceof ForeignKey key ? foreignKey(key) : null;
    }

    private JavaNode key(String word, List<String> columns, Deferrability when, Constraint constraint) {
        List<Call> calls = new ArrayList<>();
        addDeferral(calls, when);
        return named(words.word(word, words.texts(columns)), calls, constraint);
    }

    private @Nullable JavaNode check(Check check) {
        Check made = Check.of(check.name(), check.expression()).withValidated(check.validated());
        if (!check.equals(check.comment() == null ? made : made.withComment(check.comment()))) {
            return null;
        }
        List<Call> calls = new ArrayList<>();
        addFlag(calls, "notValid", !check.validated());
        JavaNode expression = words.expressions().of(check.expression());
        return named(words.word("check", List.of(expression)), calls, check);
    }

    private @Nullable JavaNode foreignKey(ForeignKey key) {
        JavaNode referenced = words.name(key.referenced());
        boolean expressible = key.onDeleteColumns().isEmpty() && !key.matchFull() && !key.period() && key.enforced();
        if (referenced == null || !expressible) {
            return null;
        }
        List<JavaNode> others = new ArrayList<>(List.of(referenced));
        others.addAll(words.texts(key.referencedColumns()));
        List<Call> calls = new ArrayList<>();
        calls.add(new Call("references", others));
        words.add(calls, "onUpdate", key.onUpdate() == ForeignKeyAction.NO_ACTION ? null : key.onUpdate());
        words.add(calls, "onDelete", key.onDelete() == ForeignKeyAction.NO_ACTION ? null : key.onDelete());
        addFlag(calls, "notValid", !key.validated());
        addDeferral(calls, key.deferrability());
        return named(words.word("foreignKey", words.texts(key.columns())), calls, key);
    }

    private static void addDeferral(List<Call> calls, Deferrability when) {
        addFlag(calls, "deferrable", when == Deferrability.INITIALLY_IMMEDIATE);
        addFlag(calls, "deferred", when == Deferrability.INITIALLY_DEFERRED);
    }

    private JavaNode named(JavaNode base, List<Call> calls, Constraint constraint) {
        words.add(calls, "named", constraint.name());
        words.add(calls, "comment", constraint.comment());
        return chain(base, calls);
    }
}
