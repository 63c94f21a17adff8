/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/**
 * The training run for an AOT cache ({@code spring.context.exit=onRefresh}). It has no database and migrates nothing, so the
 * classes that a start at head needs are loaded by name: the cache contains the classes that the training run has loaded.
 */
final class TrainingRun {

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

    static Stream<String> classNames() {
        try (InputStream names = Objects.requireNonNull(TrainingRun.class.getResourceAsStream(CLASS_NAMES))) {
            return new String(names.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
