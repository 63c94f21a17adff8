/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls the Liquibase of the project, of which Retort knows names only. */
final class Reflected {

    private final ClassLoader classes;

    Reflected(ClassLoader classes) {
        this.classes = classes;
    }

    /** An exception of Liquibase. */
    static final class LiquibaseFailure extends Exception {

        private static final long serialVersionUID = 1L;

        LiquibaseFailure(Throwable cause) {
            super(message(cause), cause);
        }

        /** {@return whether Liquibase threw an exception of this name without package} */
        boolean isOf(String name) {
            Throwable cause = getCause();
            return cause != null && cause.getClass().getSimpleName().equals(name);
        }

        /** Liquibase repeats the messages of the causes, after the file and line. */
        private static String message(Throwable thrown) {
            String text = thrown.getMessage();
            boolean speaks = text != null && !text.isBlank() && !(thrown instanceof ReflectiveOperationException);
            return speaks && text != null ? text : thrown.toString();
        }
    }

    /** {@return a class of Liquibase} */
    Class<?> type(String name) throws LiquibaseFailure {
        try {
            return Class.forName("liquibase." + name, true, classes);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new LiquibaseFailure(e);
        }
    }

    /** {@return a new object of a class of Liquibase} */
    Object create(String name, @Nullable Object... arguments) throws LiquibaseFailure {
        Constructor<?> constructor = fitting(type(name).getConstructors(), "new", arguments);
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new LiquibaseFailure(cause(e));
        } catch (ReflectiveOperationException e) {
            throw new LiquibaseFailure(e);
        }
    }

    /** {@return what a static method of Liquibase returns} */
    Object ofType(String name, String method, @Nullable Object... arguments) throws LiquibaseFailure {
        return Objects.requireNonNull(invoke(null, type(name), method, arguments));
    }

    /** Calls a static method of Liquibase. */
    void run(String name, String method, @Nullable Object... arguments) throws LiquibaseFailure {
        invoke(null, type(name), method, arguments);
    }

    /** {@return a constant of an enum of Liquibase} */
    Object constant(String name, String constant) throws LiquibaseFailure {
        return ofType(name, "valueOf", constant);
    }

    /** {@return what a method returns} */
    static Object call(Object target, String method, @Nullable Object... arguments) throws LiquibaseFailure {
        return Objects.requireNonNull(invoke(target, target.getClass(), method, arguments), method);
    }

    /** {@return what a method returns, which may be nothing} */
    static @Nullable Object ask(Object target, String method, @Nullable Object... arguments) throws LiquibaseFailure {
        return invoke(target, target.getClass(), method, arguments);
    }

    /** {@return the text that a method returns; empty for none} */
    static String text(Object target, String method) throws LiquibaseFailure {
        Object value = ask(target, method);
        return value == null ? "" : value.toString();
    }

    static boolean flag(Object target, String method) throws LiquibaseFailure {
        return Boolean.TRUE.equals(ask(target, method));
    }

    /** {@return the elements of the collection or array that a method returns; none for {@code null}} */
    static List<Object> list(Object target, String method, @Nullable Object... arguments) throws LiquibaseFailure {
        Object value = ask(target, method, arguments);
        if (value instanceof Object[] array) {
            return List.of(array);
        }
        return value instanceof Collection<?> collection ? List.copyOf(collection) : List.of();
    }

    private static @Nullable Object invoke(
            @Nullable Object target, Class<?> type, String name, @Nullable Object... arguments)
            throws LiquibaseFailure {
        Method method = fitting(
                Stream.of(type.getMethods())
                        .filter(one -> one.getName().equals(name))
                        .toArray(Method[]::new),
                type.getName() + "." + name,
                arguments);
        try {
            method.trySetAccessible();
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new LiquibaseFailure(cause(e));
        } catch (IllegalAccessException e) {
            throw new LiquibaseFailure(e);
        }
    }

    private static Throwable cause(InvocationTargetException e) {
        Throwable cause = e.getCause();
        return cause == null ? e : cause;
    }

    private static <T extends Executable> T fitting(T[] found, String name, @Nullable Object... arguments)
            throws LiquibaseFailure {
        return Arrays.stream(found)
                .filter(one -> takes(one.getParameterTypes(), arguments))
                .findFirst()
                .orElseThrow(
                        () -> new LiquibaseFailure(
                                new NoSuchMethodException(
                                        name
                                                + ": this Liquibase has another programming interface; versions 4.22 and later are supported")));
    }

    private static boolean takes(Class<?>[] types, @Nullable Object... arguments) {
        boolean fits = types.length == arguments.length;
        for (int i = 0; fits && i < types.length; i++) {
            Object argument = arguments[i];
            fits = (argument instanceof Boolean && types[i] == boolean.class)
                    || (argument == null ? !types[i].isPrimitive() : types[i].isInstance(argument));
        }
        return fits;
    }
}
