/* SPDX-License-Identifier: Apache-2.0 */
/** Real PostgreSQL servers and temporary databases for the tests of all modules. */
@NullMarked
package dev.retort.test;

import org.jspecify.annotations.NullMarked;
