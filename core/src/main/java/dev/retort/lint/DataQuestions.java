/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the queries that check whether the rows of the real database allow the revisions.
 *
 * @param database a replica that is asked instead of the database; {@code null} for the database
 * @param timeout the {@code statement_timeout} of each question
 * @param examples how many keys of rows a finding names; 0 for none
 * @since 0.1
 */
public record DataQuestions(@Nullable DataSource database, Duration timeout, int examples) {}
