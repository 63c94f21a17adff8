/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.Retort;
import dev.retort.StartMode;
import dev.retort.error.RetortException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.SpringProperties;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.util.ClassUtils;

/**
 * The training run for an AOT cache ({@code spring.context.exit=onRefresh}). It has no database and migrates nothing. The
 * cache contains what the training run has loaded and linked, so each start at head is rehearsed up to its connection, and
 * the classes that it needs afterwards are loaded by name.
 */
final class TrainingRun {

    private static final Logger log = LoggerFactory.getLogger(TrainingRun.class);

    /** The names of the classes, one in each line. */
    static final String CLASS_NAMES = "start-classes.txt";

    private TrainingRun() {}

    static boolean isActive() {
        return "onRefresh".equalsIgnoreCase(SpringProperties.getProperty("spring.context.exit"));
    }

    /** Loads the classes, except those that need a library which the application does not have. */
    static void loadClasses() {
        ClassLoader loader = TrainingRun.class.getClassLoader();
        classNames().forEach(name -> ClassUtils.isPresent(name, loader));
    }

    /** Carries a start out until it needs a connection. Java revisions are not read: creating them could need one. */
    static void rehearse(Retort retort) {
        if (!retort.settings().javaPackages().isEmpty()) {
            return;
        }
        try {
            retort.on(new NoDatabase()).start(StartMode.UPGRADE);
        } catch (ConnectionNeededException e) {
            log.debug("Rehearsed the start of database '{}'", retort.settings().name());
        } catch (RetortException e) {
            log.warn("The AOT cache lacks a part of what a start needs. {}", e.getMessage());
        }
    }

    /** Ends a rehearsal. */
    private static final class NoDatabase extends AbstractDataSource {

        @Override
        public Connection getConnection() {
            throw new ConnectionNeededException();
        }

        @Override
        public Connection getConnection(String username, String password) {
            throw new ConnectionNeededException();
        }
    }

    private static final class ConnectionNeededException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    static Stream<String> classNames() {
        try (InputStream names = Objects.requireNonNull(TrainingRun.class.getResourceAsStream(CLASS_NAMES))) {
            return new String(names.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
