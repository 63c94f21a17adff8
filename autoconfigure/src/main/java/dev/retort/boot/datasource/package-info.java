/* SPDX-License-Identifier: Apache-2.0 */
/** The DataSource or connection for the migrations. */
@NullMarked
package dev.retort.boot.datasource;

import org.jspecify.annotations.NullMarked;
