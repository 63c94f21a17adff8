/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The server of the tests and the databases on it: {@link dev.retort.testing.server.TestServer} is found or started once in a
 * process, {@link dev.retort.testing.server.TestDatabases} makes a template once and copies it for each test. Only
 * {@code dev.retort.testing} and its rooms come here.
 */
@NullMarked
package dev.retort.testing.server;

import org.jspecify.annotations.NullMarked;
