/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Entities of every kind of mapping: each nested class is a kind, with the entities {@code Before} and {@code After} a
 * change.
 */
package dev.retort.hibernate.mapping;
