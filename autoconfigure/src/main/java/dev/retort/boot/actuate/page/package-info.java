/* SPDX-License-Identifier: Apache-2.0 */
/** The endpoint as a page for browsers: what the answers in JSON hold, and the token that a write from the page carries. */
@NullMarked
package dev.retort.boot.actuate.page;

import org.jspecify.annotations.NullMarked;
