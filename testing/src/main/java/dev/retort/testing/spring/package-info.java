/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Tests with the context of a Spring Boot application: it gets a migrated database, and tells which migrations it has and what
 * its model is. Found through {@code META-INF}; nobody imports it.
 */
@NullMarked
package dev.retort.testing.spring;

import org.jspecify.annotations.NullMarked;
