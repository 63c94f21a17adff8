/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import java.util.List;
import javax.sql.DataSource;

/** Runs a series with the other tool itself, for the proof. */
@FunctionalInterface
public interface OriginalRun {

    /**
     * Runs all of it in an empty database, and deletes the tables of the tool.
     *
     * @return what the reader of the report should know
     */
    List<String> run(DataSource database);
}
