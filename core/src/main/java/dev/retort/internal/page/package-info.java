/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The page on which a browser shows databases and their revisions: HTML, one stylesheet, scripts, and no other file. It
 * takes values that the caller may see and knows neither a database nor a web server, so that the endpoint and {@code
 * graph --html} write the same page.
 */
@NullMarked
package dev.retort.internal.page;

import org.jspecify.annotations.NullMarked;
