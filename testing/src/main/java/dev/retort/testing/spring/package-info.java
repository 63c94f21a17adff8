/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Support for tests with a Spring Boot context: the context gets a migrated database, and provides its migrations and
 * its model. Found through {@code META-INF}; no other package imports it.
 */
@NullMarked
package dev.retort.testing.spring;

import org.jspecify.annotations.NullMarked;
