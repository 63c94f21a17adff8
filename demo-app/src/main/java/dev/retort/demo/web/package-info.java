/* SPDX-License-Identifier: Apache-2.0 */
/** Users and access rules of the shop and of its migrations. */
@NullMarked
package dev.retort.demo.web;

import org.jspecify.annotations.NullMarked;
