/* SPDX-License-Identifier: Apache-2.0 */
/** The reader against real servers: cases, and what the server itself says of the same objects. */
@NullMarked
package dev.retort.catalog;

import org.jspecify.annotations.NullMarked;
