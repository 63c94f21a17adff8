/* SPDX-License-Identifier: Apache-2.0 */
/** Reads the files and the configuration of Flyway as Flyway reads them. */
@NullMarked
package dev.retort.internal.imports.flyway;

import org.jspecify.annotations.NullMarked;
