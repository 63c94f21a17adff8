/* SPDX-License-Identifier: Apache-2.0 */
/** Reads the files of tools that number their migrations: golang-migrate, dbmate, goose, diesel and sqlx. */
@NullMarked
package dev.retort.internal.imports.numbered;

import org.jspecify.annotations.NullMarked;
