/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.mapping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of mapping, and the classes that show it.
 *
 * @param name its name
 * @param before the entities and their parts
 * @param after the same, changed
 */
public record MappingKind(String name, List<Class<?>> before, List<Class<?>> after) {

    private static final List<Class<?>> FAMILIES = List.of(
            BasicTypes.class,
            TimeTypes.class,
            Enumerations.class,
            StructuredTypes.class,
            Keys.class,
            CompositeKeys.class,
            Components.class,
            Associations.class,
            JoinTables.class,
            Hierarchies.class,
            Declarations.class,
            Rows.class,
            Names.class);

    /** {@return every kind, in the order of the names} */
    public static Stream<MappingKind> all() {
        return FAMILIES.stream()
                .flatMap(family -> nested(family).map(kind -> kind(family, kind)))
                .sorted(Comparator.comparing(MappingKind::name));
    }

    private static MappingKind kind(Class<?> family, Class<?> kind) {
        return new MappingKind(
                family.getSimpleName() + "." + kind.getSimpleName(), entities(kind, "Before"), entities(kind, "After"));
    }

    private static List<Class<?>> entities(Class<?> kind, String which) {
        Class<?> holder = nested(kind)
                .filter(nested -> nested.getSimpleName().equals(which))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(kind + " has no " + which));
        return nested(holder)
                .filter(type -> !type.isEnum())
                .sorted(Comparator.comparing(Class::getName))
                .<Class<?>>map(type -> type)
                .toList();
    }

    /** Kinds are classes with nested classes; shared classes, such as converters, have none. */
    private static Stream<Class<?>> nested(Class<?> holder) {
        return Arrays.stream(holder.getDeclaredClasses());
    }

    @Override
    public String toString() {
        return name;
    }
}
