/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package dev.retort.testing.database;

import org.jspecify.annotations.NullMarked;
