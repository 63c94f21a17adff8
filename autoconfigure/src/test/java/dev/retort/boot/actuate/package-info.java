/* SPDX-License-Identifier: Apache-2.0 */
/** The endpoint over real HTTP, with and without Spring Security, and its parts on their own. */
@NullMarked
package dev.retort.boot.actuate;

import org.jspecify.annotations.NullMarked;
