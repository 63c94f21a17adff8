/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.model.ScratchSettings;
import dev.retort.settings.SessionSettings;
import dev.retort.settings.TableNames;

/**
 * The settings that a comparison needs.
 *
 * @param name the name of the database, {@code default} unless an application has several
 * @param session the settings of the migration session
 * @param tables the names of Retort's own tables, which are left out
 * @param scratch where scratch databases are created
 * @since 0.1
 */
public record ComparisonSettings(String name, SessionSettings session, TableNames tables, ScratchSettings scratch) {}
