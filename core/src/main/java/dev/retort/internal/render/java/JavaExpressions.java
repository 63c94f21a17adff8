/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.java;

import dev.retort.internal.render.java.JavaNode.Call;
import dev.retort.internal.render.java.JavaNode.TextBlock;
import dev.retort.internal.render.java.JavaNode.Word;
import dev.retort.operation.Operation;
import dev.retort.schema.name.QualifiedName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes operations, and what they hold, as Java expressions that make equal ones.
 *
 * <p>Records are written by their components, so a new operation needs nothing here; {@link JavaShortForms} knows what is
 * written shorter.
 */
final class JavaExpressions {

    private final @Nullable String defaultSchema;
    private final Set<String> imports = new TreeSet<>();

    /**
     * Begins a source file.
     *
     * @param defaultSchema the schema that names leave out; {@code null} for none
     */
    JavaExpressions(@Nullable String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    /** {@return the classes that the expressions so far need} */
    Set<String> imports() {
        return Set.copyOf(imports);
    }

    /** Tries to write something; what it needed is forgotten when it has no form. */
    @Nullable
    Call attempt(Supplier<@Nullable Call> form) {
        Set<String> before = imports();
        Call call = form.get();
        if (call == null) {
            imports.retainAll(before);
        }
        return call;
    }

    /** {@return a value as an expression} */
    JavaNode of(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer) {
            return new Word(String.valueOf(value));
        }
        if (value instanceof Long number) {
            return new Word(number + "L");
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof BigDecimal number) {
            imports.add("java.math.BigDecimal");
            return new Call("new BigDecimal", List.of(text(number.toString())));
        }
        if (value instanceof Enum<?> constant) {
            return new Word(type(constant.getDeclaringClass()) + "." + constant.name());
        }
        return value instanceof List<?> || value instanceof Map<?, ?> ? collection(value) : record((Record) value);
    }

    private static JavaNode text(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t');
        if (plain && text.indexOf('\n') >= 0) {
            return new TextBlock(text);
        }
        return new Word(JavaLiteral.of(text));
    }

    private JavaNode collection(Object value) {
        if (value instanceof List<?> list) {
            imports.add("java.util.List");
            return new Call("List.of", list.stream().map(this::of).toList());
        }
        Map<?, ?> map = (Map<?, ?>) value;
        imports.add("java.util.Map");
        List<JavaNode> entries = new ArrayList<>();
        map.forEach((key, entry) -> entries.add(new Call("Map.entry", List.of(of(key), of(entry)))));
        return new Call(entries.isEmpty() ? "Map.of" : "Map.ofEntries", entries);
    }

    /** {@return the schema of a name, unless names leave it out} */
    @Nullable
    String shownSchema(QualifiedName name) {
        return Objects.equals(name.schema(), defaultSchema) ? null : name.schema();
    }

    /** {@return the last part of the name of a static method, which is imported} */
    String staticWord(String method) {
        imports.add("static " + method);
        return method.substring(method.lastIndexOf('.') + 1);
    }

    private JavaNode record(Record value) {
        if (value instanceof QualifiedName name) {
            String schema = shownSchema(name);
            List<JavaNode> arguments =
                    schema == null ? List.of(text(name.name())) : List.of(text(schema), text(name.name()));
            return new Call(type(QualifiedName.class) + ".of", arguments);
        }
        JavaNode shorter = new JavaShortForms(this).of(value);
        return shorter != null ? shorter : new Call("new " + type(value.getClass()), components(value));
    }

    private List<JavaNode> components(Record value) {
        List<JavaNode> arguments = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                arguments.add(of(component.getAccessor().invoke(value)));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Records of operations are public and hold values", e);
            }
        }
        return arguments;
    }

    /** {@return the name of a type in source; operations by their own names, other nested types behind their owner's} */
    String type(Class<?> type) {
        Class<?> owner = type.getEnclosingClass();
        if (owner == null || Operation.class.isAssignableFrom(type)) {
            imports.add(type.getCanonicalName());
            return type.getSimpleName();
        }
        return type(owner) + "." + type.getSimpleName();
    }
}
