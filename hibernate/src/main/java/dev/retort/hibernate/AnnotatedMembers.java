/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import dev.retort.annotation.RenamedFrom;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields and getters of the properties of mapped classes, whichever of them Hibernate uses. */
final class AnnotatedMembers {

    private AnnotatedMembers() {}

    /** {@return the former names on a field or getter of a class or of its superclasses} */
    static List<String> formerNames(Class<?> type, String property) {
        List<String> names = new ArrayList<>();
        for (@Nullable Class<?> each = type; each != null; each = each.getSuperclass()) {
            Arrays.stream(each.getDeclaredFields())
                    .filter(field -> field.getName().equals(property))
                    .forEach(field -> names.addAll(formerNames(field)));
            Arrays.stream(each.getDeclaredMethods())
                    .filter(method -> isGetter(method, property))
                    .forEach(method -> names.addAll(formerNames(method)));
        }
        return names.stream().distinct().toList();
    }

    /** {@return the former names on a class, field or getter} */
    static List<String> formerNames(AnnotatedElement element) {
        return Arrays.stream(element.getDeclaredAnnotationsByType(RenamedFrom.class))
                .flatMap(annotation -> Arrays.stream(annotation.value()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isGetter(Method method, String property) {
        if (method.getParameterCount() > 0) {
            return false;
        }
        String capital = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        return List.of(property, "get" + capital, "is" + capital).contains(method.getName());
    }
}
