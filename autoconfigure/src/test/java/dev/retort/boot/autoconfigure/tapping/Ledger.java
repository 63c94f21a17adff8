/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure.tapping;

import javax.sql.DataSource;

/**
 * A bean with its own connections.
 *
 * @param dataSource where it gets them
 */
public record Ledger(DataSource dataSource) {}
