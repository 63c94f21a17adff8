/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import java.util.List;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/**
 * Starts a PostgreSQL server, such as an embedded one. Found by {@link ServiceLoader}, so that
 * the engine needs none of it.
 */
public interface ScratchServer {

    /** {@return what it starts, such as {@code an embedded PostgreSQL}} */
    String name();

    /** {@return whether all that it needs is on the class path} */
    boolean isPresent();

    /**
     * Starts a server, which runs until it is closed.
     *
     * @throws dev.retort.error.RetortException when it does not start
     */
    Running start();

    /** A server that runs. */
    interface Running extends AutoCloseable {

        /**
         * Gives connections of a superuser.
         *
         * @param name the database, such as {@code postgres}
         */
        DataSource database(String name);

        /** Stops the server and removes its files. */
        @Override
        void close();
    }

    /** {@return those of a class path that are present} */
    static List<ScratchServer> present(ClassLoader classLoader) {
        return ServiceLoader.load(ScratchServer.class, classLoader).stream()
                .map(ServiceLoader.Provider::get)
                .filter(ScratchServer::isPresent)
                .toList();
    }
}
