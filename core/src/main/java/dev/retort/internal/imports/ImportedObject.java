/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

/**
 * An object file that an import writes, of a migration that only creates views, routines and triggers.
 *
 * @param revision the revision that creates its objects too
 * @param source the file of the other tool
 * @param fileName the name of the new file
 * @param text its text, as the other tool has it
 */
public record ImportedObject(String revision, String source, String fileName, String text) {}
