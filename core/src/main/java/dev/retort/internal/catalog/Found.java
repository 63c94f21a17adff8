/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogSession;

/**
 * The state that all readers of parts share.
 *
 * @param session where they read
 * @param names what was read, by address
 * @param annotations comments and privileges
 */
record Found(CatalogSession session, ObjectNames names, Annotations annotations) {}
