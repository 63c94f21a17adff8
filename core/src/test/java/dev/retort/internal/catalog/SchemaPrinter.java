/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints a schema for people: what is absent, empty or false is left out, and the versions of extensions, which differ from
 * server to server.
 */
final class SchemaPrinter {

    private static final Set<String> UNPRINTED = Set.of("name", "version");

    private SchemaPrinter() {}

    static String print(DatabaseSchema schema) {
        Stream<String> objects = schema.objects().stream().map(SchemaPrinter::object);
        Stream<String> others = schema.others().stream().map(other -> "other: " + other + "\n");
        Stream<String> dependencies = schema.dependencies().stream().map(SchemaPrinter::dependency);
        return Stream.of(objects, others, dependencies).flatMap(lines -> lines).collect(Collectors.joining());
    }

    private static String dependency(Dependency dependency) {
        return dependency.dependent() + " needs " + dependency.needed() + "\n";
    }

    private static String object(SchemaObject object) {
        StringBuilder text = new StringBuilder(object.key().toString()).append('\n');
        for (RecordComponent component : object.getClass().getRecordComponents()) {
            Object value = value(component, object);
            if (value instanceof List<?> list && !component.getName().equals("labels")) {
                list.forEach(item -> text.append("  ").append(item(item)).append('\n'));
            } else if (!UNPRINTED.contains(component.getName()) && !isAbsent(value)) {
                text.append("  ").append(part(component, value)).append('\n');
            }
        }
        return text.toString();
    }

    private static String part(RecordComponent component, @Nullable Object value) {
        return Boolean.TRUE.equals(value) ? component.getName() : component.getName() + ": " + item(value);
    }

    private static String item(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(SchemaPrinter::item).collect(Collectors.joining(", ", "[", "]"));
        }
        if (!(value instanceof Record) || value instanceof QualifiedName || value instanceof ObjectKey) {
            return String.valueOf(value).replace("\n", "\n    ");
        }
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object inner = value(component, value);
            if (!isAbsent(inner)) {
                parts.add(part(component, inner));
            }
        }
        return value.getClass().getSimpleName() + parts.stream().collect(Collectors.joining("; ", "{", "}"));
    }

    private static boolean isAbsent(@Nullable Object value) {
        return value == null
                || Boolean.FALSE.equals(value)
                || value.equals("")
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
