/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Entities of every kind of mapping: each nested class is a kind, with the entities {@code Before} and {@code After} somebody
 * changed them.
 */
package dev.retort.hibernate.mapping;
