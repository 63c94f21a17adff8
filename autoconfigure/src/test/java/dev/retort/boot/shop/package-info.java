/* SPDX-License-Identifier: Apache-2.0 */
/** An application of thirty entities beside a database that scripts of another tool made. */
@NullMarked
package dev.retort.boot.shop;

import org.jspecify.annotations.NullMarked;
