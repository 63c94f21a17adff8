/* SPDX-License-Identifier: Apache-2.0 */
/** What a request can run into, and how the REST interface answers then. */
@NullMarked
package dev.retort.demo.shop.problem;

import org.jspecify.annotations.NullMarked;
