/* SPDX-License-Identifier: Apache-2.0 */
/** Parts of schema objects: columns, constraints, indexes, triggers, policies, privileges, storage. */
@NullMarked
package dev.retort.schema.part;

import org.jspecify.annotations.NullMarked;
