/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A source of connections of which one JDBC call fails: each call of the thread that made it has a number. Calls of other
 * threads pass: their number would not be the same each time.
 */
public final class Faults {

    /** How a call fails. */
    public enum Kind {
        /** The call is not made, and the connection lives. */
        REFUSED,
        /** The call is not made, and the connection is gone. */
        LOST_BEFORE,
        /** The call is made, its answer does not arrive, and the connection is gone. */
        LOST_AFTER
    }

    private static final List<Class<?>> WATCHED = List.of(
            Connection.class, PreparedStatement.class, Statement.class, ResultSet.class, DatabaseMetaData.class);

    private final Thread thread = Thread.currentThread();
    private final Kind kind;
    private final @Nullable String statement;
    private int failing;
    private int calls;
    private final List<String> texts = new ArrayList<>();
    private @Nullable Connection physical;

    private Faults(Kind kind, int failing, @Nullable String statement) {
        this.kind = kind;
        this.failing = failing;
        this.statement = statement;
    }

    /** {@return a source of which no call fails, to count them} */
    public static Faults none() {
        return new Faults(Kind.REFUSED, 0, null);
    }

    /** {@return a source of which the call of this number, counted from 1, fails} */
    public static Faults at(int number, Kind kind) {
        return new Faults(kind, number, null);
    }

    /** {@return a source of which the call after the one that sends this statement to the server fails} */
    public static Faults after(String statement, Kind kind) {
        return new Faults(kind, 0, statement);
    }

    /** {@return how many calls were made} */
    public int calls() {
        return calls;
    }

    /** {@return how many calls had a statement with this text} */
    public long callsWith(String text) {
        return texts.stream().filter(sql -> sql.contains(text)).count();
    }

    /** {@return the source, over another one} */
    public DataSource over(DataSource source) {
        return (DataSource) watched(source, DataSource.class);
    }

    private Object watched(Object target, Class<?> type) {
        InvocationHandler handler = (proxy, method, arguments) -> call(target, method, arguments);
        return Proxy.newProxyInstance(Faults.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean counted = Thread.currentThread() == thread && method.getDeclaringClass() != Object.class;
        boolean fails = counted && ++calls == failing;
        if (fails && kind != Kind.LOST_AFTER) {
            throw failure();
        }
        Object result = invoke(target, method, arguments);
        if (counted && arguments != null && arguments[0] instanceof String sql) {
            texts.add(sql);
            if (statement != null && sql.contains(statement)) {
                failing = calls + 1;
            }
        }
        if (result instanceof Connection connection && counted && connection.isWrapperFor(PGConnection.class)) {
            physical = connection;
        }
        if (fails) {
            throw failure();
        }
        return watchedResult(method, result);
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** What is unwrapped is the driver's own. */
    private @Nullable Object watchedResult(Method method, @Nullable Object result) {
        if (result == null || method.getName().equals("unwrap")) {
            return result;
        }
        return WATCHED.stream()
                .filter(type -> type.isInstance(result))
                .findFirst()
                .map(type -> watched(result, type))
                .orElse(result);
    }

    private SQLException failure() throws SQLException {
        if (kind == Kind.REFUSED) {
            return new SQLException("injected: call " + failing + " is refused", "XX000");
        }
        Connection connection = physical;
        if (connection != null) {
            connection.abort(Runnable::run);
        }
        return new SQLException("injected: the connection is lost at call " + failing, "08006");
    }
}
