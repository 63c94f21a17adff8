/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.history;

import dev.retort.graph.Revision;

/**
 * The revision that a history row is about.
 *
 * @param revision its place in the graph
 * @param description the message of its script
 * @param checksum the checksum of its script
 * @param text the text of its script
 */
public record Subject(Revision revision, String description, String checksum, String text) {}
