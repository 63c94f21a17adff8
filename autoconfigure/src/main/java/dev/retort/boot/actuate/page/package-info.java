/* SPDX-License-Identifier: Apache-2.0 */
/** The endpoint as a page for browsers: the data of the JSON responses, and the CSRF token of write requests. */
@NullMarked
package dev.retort.boot.actuate.page;

import org.jspecify.annotations.NullMarked;
