/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/** Clients that run one short transaction after another, as a busy application does, until they are closed. */
public final class BusyClients implements AutoCloseable {

    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch connected;
    private volatile boolean closed;

    private BusyClients(int count) {
        connected = new CountDownLatch(count);
    }

    /** Starts clients, each with its own connection, and waits until all of them work. */
    public static BusyClients start(DataSource source, int count) throws InterruptedException {
        BusyClients clients = new BusyClients(count);
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(() -> clients.work(source), "busy-client");
            thread.setDaemon(true);
            thread.start();
            clients.threads.add(thread);
        }
        clients.connected.await();
        return clients;
    }

    private void work(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(0.001)");
            connected.countDown();
            while (!closed) {
                statement.execute("SELECT count(*) FROM pg_class");
            }
        } catch (SQLException e) {
            if (!closed) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** {@return whether none of them met an error} */
    public boolean areWorking() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    @Override
    public void close() {
        closed = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
