/* SPDX-License-Identifier: Apache-2.0 */
/** The first revision of a database that people made, and what its entities say of it. */
@NullMarked
package dev.retort.cli.baseline;

import org.jspecify.annotations.NullMarked;
