/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The SPI for models of a schema: what a model returns so that its DDL can be run in a scratch database, and where
 * scratch databases are created.
 */
@NullMarked
package dev.retort.model;

import org.jspecify.annotations.NullMarked;
