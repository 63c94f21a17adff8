/* SPDX-License-Identifier: Apache-2.0 */
/** Who may use the shop and who may migrate its database. */
@NullMarked
package dev.retort.demo.web;

import org.jspecify.annotations.NullMarked;
