/* SPDX-License-Identifier: Apache-2.0 */
/** Entities of every kind of mapping, and the DDL that Hibernate writes for them, run on a real server. */
@NullMarked
package dev.retort.hibernate;

import org.jspecify.annotations.NullMarked;
