/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a role without privileges makes in {@code public}, in the hope that another one uses it: operators, functions,
 * aggregates, domains and views named like those of {@code pg_catalog}, for all types of operands. A superuser who uses one
 * leaves a file behind.
 */
public final class LookAlikes {

    private static final String ROLE = "retort_look_alikes";

    private final Path folder;
    private final TestDatabase database;

    private LookAlikes(Path folder, TestDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /**
     * Makes them.
     *
     * @param database where
     * @param folder where the server notes which are used, and by which statement; empty
     */
    public static LookAlikes in(TestDatabase database, Path folder) {
        database.execute(
                "DO $$ BEGIN CREATE ROLE " + ROLE + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "GRANT CREATE, USAGE ON SCHEMA public TO " + ROLE,
                "SET SESSION AUTHORIZATION " + ROLE + "; SET search_path = pg_catalog, pg_temp; " + script(folder));
        return new LookAlikes(folder, database);
    }

    /** {@return those of a copy of the database in which they were made} */
    public static LookAlikes madeIn(TestDatabase copy, Path folder) {
        return new LookAlikes(folder, copy);
    }

    /** Sets the search_path of every session that begins from now on. */
    public LookAlikes with(String searchPath) {
        database.execute("ALTER DATABASE " + database.name() + " SET search_path = " + searchPath);
        return this;
    }

    /** {@return what was used since the last call, and by which statements} */
    public List<String> used() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.sorted().toList();
            List<String> used = found.stream().map(LookAlikes::read).toList();
            for (Path file : found) {
                Files.delete(file);
            }
            return used;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script(Path folder) {
        try (InputStream text = LookAlikes.class.getResourceAsStream("look-alikes.sql")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{folder}", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
