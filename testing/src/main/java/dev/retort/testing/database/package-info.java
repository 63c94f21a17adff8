/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The server of the tests and the databases on it: {@link dev.retort.testing.database.TestDatabases} finds or starts a
 * server once in a process, creates a template once, and copies it for each test. Independent of JUnit and Spring; the
 * other packages of this module may import it.
 */
@NullMarked
package dev.retort.testing.database;

import org.jspecify.annotations.NullMarked;
