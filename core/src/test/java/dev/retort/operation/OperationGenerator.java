/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes operations of any kind with any content, by the components of the records. */
final class OperationGenerator {

    private final Random random;

    OperationGenerator(long seed) {
        random = new Random(seed);
    }

    /** {@return the records of all groups} */
    static List<Class<?>> kinds() {
        return leaves(Operation.class).toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(OperationGenerator::leaves)
                : Stream.of(type);
    }

    /** {@return an operation of a kind; {@code null} when what was thrown together does not fit} */
    @Nullable
    Operation operation(Class<?> kind) {
        return (Operation) instance(kind);
    }

    private @Nullable Object instance(Class<?> type) {
        if (type.isSealed()) {
            List<Class<?>> kinds = leaves(type).toList();
            return instance(kinds.get(random.nextInt(kinds.size())));
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            List<@Nullable Object> arguments = new ArrayList<>();
            for (RecordComponent component : components) {
                boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                Object made = nullable && random.nextInt(4) == 0 ? null : value(component.getGenericType());
                if (made == null && !nullable) {
                    return null;
                }
                arguments.add(made);
            }
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return null;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.toString(), e);
        }
    }

    private @Nullable Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Map.class) {
                return Map.of(text(), text());
            }
            return Stream.of(0, 1, 2)
                    .limit(random.nextInt(3))
                    .map(unused -> value(element))
                    .filter(made -> made != null)
                    .toList();
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return text();
        }
        if (raw == boolean.class) {
            return random.nextBoolean();
        }
        if (raw == int.class || raw == Integer.class) {
            return random.nextInt(10);
        }
        if (raw == Long.class) {
            return (long) random.nextInt(10);
        }
        if (raw == BigDecimal.class) {
            return BigDecimal.TEN;
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        }
        return instance(raw);
    }

    private String text() {
        return List.of("a", "b", "Order", "x y", "it's").get(random.nextInt(5));
    }
}
