/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.model;

import java.util.List;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/**
 * Starts a PostgreSQL server for scratch databases and tests, such as an embedded one or a container.
 *
 * <p>Implementations have a public constructor without parameters and are named in
 * {@code META-INF/services/dev.retort.model.ScratchServer}. Methods are called by one thread at a time.
 *
 * @since 0.1
 */
public interface ScratchServer {

    /**
     * Names the server in messages.
     *
     * @return what it starts, such as {@code an embedded PostgreSQL}
     */
    String name();

    /**
     * Tells whether the server can be started. Others are tried in its place.
     *
     * @return whether all that it needs is on the class path
     */
    boolean isPresent();

    /**
     * Starts a server, which runs until it is closed.
     *
     * @return the server, ready for connections
     * @throws dev.retort.error.RetortException when it does not start
     */
    Running start();

    /**
     * A server that runs.
     *
     * @since 0.1
     */
    interface Running extends AutoCloseable {

        /**
         * Gives connections of a superuser.
         *
         * @param name the database, such as {@code postgres}
         * @return an unpooled source of connections to it
         */
        DataSource database(String name);

        /** Stops the server and removes its files. */
        @Override
        void close();
    }

    /**
     * Finds the servers of a class path by {@link ServiceLoader}.
     *
     * @param classLoader whose class path
     * @return those that are {@linkplain #isPresent() present}
     */
    static List<ScratchServer> present(ClassLoader classLoader) {
        return ServiceLoader.load(ScratchServer.class, classLoader).stream()
                .map(ServiceLoader.Provider::get)
                .filter(ScratchServer::isPresent)
                .toList();
    }
}
