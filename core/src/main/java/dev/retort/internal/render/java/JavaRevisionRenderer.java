/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.java;

import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.java.JavaNode.Call;
import dev.retort.operation.Operation;
import dev.retort.operation.Transactionality;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes operations as the statements of a Java revision's methods, in which {@code op} is the DSL's {@code Operations}. An
 * operation that the DSL has no method for is made as it is, and applied. Keeps the imports of what it has written, so one is
 * made for each source file; for use by one thread.
 */
public final class JavaRevisionRenderer {

    private static final String INDENT = " ".repeat(8);

    private final JavaExpressions expressions;

    /**
     * Begins a source file.
     *
     * @param defaultSchema the schema that names leave out; {@code null} for none
     */
    public JavaRevisionRenderer(@Nullable String defaultSchema) {
        this.expressions = new JavaExpressions(defaultSchema);
    }

    /** {@return what was written so far needs imported: classes, and static methods behind {@code static}} */
    public Set<String> imports() {
        return expressions.imports();
    }

    /** Writes steps as the body of a method, indented by eight; empty when there are none. */
    public String body(List<RenderedOperation> steps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            RenderedOperation step = steps.get(i);
            boolean followed = steps.subList(i + 1, steps.size()).stream()
                    .anyMatch(later -> later.operation().transactionality() != Transactionality.COMMITTED_BEFORE_USE);
            step.notes().stream()
                    .flatMap(String::lines)
                    .forEach(note -> text.append(INDENT)
                            .append("// ")
                            .append(comment(note))
                            .append('\n'));
            text.append(INDENT).append(statement(step.operation(), followed)).append(";\n");
        }
        return text.toString();
    }

    /** In Java a Unicode escape is one in a comment too, and could end it. */
    private static String comment(String note) {
        return note.replace("\\", "\\\\");
    }

    private String statement(Operation operation, boolean followed) {
        boolean alone = switch (operation.transactionality()) {
            case INSIDE -> false;
            case COMMITTED_BEFORE_USE -> followed;
            case ALONE, OUTSIDE -> true;
        };
        Call call = call(alone ? "alone" : "op", operation);
        String words = alone ? "op.autocommit(alone -> " : "";
        return words + call.fitting(INDENT.length(), INDENT.length() + words.length() + 2) + (alone ? ")" : "");
    }

    private Call call(String receiver, Operation operation) {
        Call call = expressions.attempt(() -> new JavaStatements(expressions).of(operation));
        return call == null
                ? new Call(receiver + ".apply", List.of(expressions.of(operation)))
                : new Call(receiver + "." + call.head(), call.arguments());
    }
}
