/* SPDX-License-Identifier: Apache-2.0 */
/** Entities of every kind of mapping; they are never instantiated. */
package dev.retort.hibernate.model;
