/* SPDX-License-Identifier: Apache-2.0 */
/** Entities of every kind of mapping; nobody makes instances of them. */
package dev.retort.hibernate.model;
