/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure.tapping;

import javax.sql.DataSource;

/**
 * A bean that has connections of its own.
 *
 * @param dataSource where it gets them
 */
public record Ledger(DataSource dataSource) {}
