/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A pooler of PostgreSQL's wire protocol, as pgbouncer is: many clients share a few sessions of a server, which go from
 * one client to another after a statement, after a transaction, or when a client disconnects.
 *
 * <p>Clients wait for a session in the order of their requests. A client gets a process id that no session has.
 */
public final class TestPooler implements AutoCloseable {

    /** When a session goes to another client. */
    public enum Mode {
        /** When its client disconnects. */
        SESSION,
        /** After each transaction. */
        TRANSACTION,
        /** After each statement; a transaction is refused. */
        STATEMENT
    }

    /** Which of the idle sessions a client gets. */
    public enum Order {
        /** The one that was used last, as pgbouncer does. */
        LAST_USED_FIRST,
        /** Each in its turn, as pgbouncer does with {@code server_round_robin}. */
        IN_TURN
    }

    private final TestDatabase database;
    private final Order order;
    private final int size;
    private final Semaphore free;
    private final Deque<PoolerSession> idle = new ConcurrentLinkedDeque<>();
    private final List<Socket> clients = new ArrayList<>();
    private final ServerSocket door;
    private List<WireMessage> settings = List.of();
    private volatile Mode mode;

    private TestPooler(TestDatabase database, Mode mode, Order order, int size) throws IOException {
        this.database = database;
        this.mode = mode;
        this.order = order;
        this.size = size;
        this.free = new Semaphore(size, true);
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    /** Starts a pooler of a database with a number of sessions, all of which it opens. */
    public static TestPooler start(TestDatabase database, Mode mode, Order order, int size) {
        try {
            TestPooler pooler = new TestPooler(database, mode, order, size);
            for (int i = 0; i < size; i++) {
                pooler.idle.add(PoolerSession.open(database));
            }
            pooler.settings = pooler.idle.getFirst().welcome();
            Thread thread = new Thread(pooler::accept, "pooler");
            thread.setDaemon(true);
            thread.start();
            return pooler;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = door.accept();
                socket.setTcpNoDelay(true);
                synchronized (clients) {
                    clients.add(socket);
                }
                Thread thread = new Thread(new PoolerClient(this, socket), "pooler-client");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            if (!door.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** {@return the settings that a session reports at its beginning} */
    List<WireMessage> settings() {
        return settings;
    }

    Mode mode() {
        return mode;
    }

    /** Changes the mode; a session that a client has stays with it until the end of its transaction. */
    public void become(Mode other) {
        mode = other;
    }

    /** Waits for a session. */
    PoolerSession take() throws IOException {
        free.acquireUninterruptibly();
        PoolerSession session = idle.pollFirst();
        return session == null ? PoolerSession.open(database) : session;
    }

    /** Gives a session to the client that waits longest, if there is one. */
    void release(PoolerSession session) {
        if (order == Order.IN_TURN) {
            idle.addLast(session);
        } else {
            idle.addFirst(session);
        }
        free.release();
    }

    /** Ends a session in the middle of a transaction. */
    void end(PoolerSession session) throws IOException {
        session.close();
        free.release();
    }

    /** {@return a source of connections through the pooler} */
    public DataSource dataSource(int prepareThreshold) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://localhost:" + door.getLocalPort() + "/" + database.name());
        dataSource.setUser(database.user());
        dataSource.setPrepareThreshold(prepareThreshold);
        return dataSource;
    }

    /** {@return what each session says to a query, once no client has one: it shows what clients left there} */
    public List<String> inEachSession(String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        free.acquireUninterruptibly(size);
        free.release(size);
        become(Mode.SESSION);
        List<Connection> all = new ArrayList<>();
        try {
            while (all.size() < size) {
                Connection connection = dataSource(0).getConnection();
                all.add(connection);
                try (ResultSet row = connection.createStatement().executeQuery(sql)) {
                    row.next();
                    answers.add(row.getString(1));
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        return answers;
    }

    @Override
    public void close() throws IOException {
        door.close();
        synchronized (clients) {
            for (Socket client : clients) {
                client.close();
            }
        }
        for (PoolerSession session : idle) {
            session.close();
        }
    }
}
