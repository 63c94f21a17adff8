/* SPDX-License-Identifier: Apache-2.0 */
/** Which DataSource or connection of the application carries the migrations. */
@NullMarked
package dev.retort.boot.datasource;

import org.jspecify.annotations.NullMarked;
