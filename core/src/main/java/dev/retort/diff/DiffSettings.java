/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.DefaultGrant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a comparison.
 *
 * @param version the server that the operations will run on
 * @param filter which objects are compared
 * @param renames the renames
 * @param formerNames the former names that the model states
 * @param mapping whether the model is a mapping of classes, which cannot state everything: objects that it cannot state
 *     stay as they are, and so do, unless {@code dropUnknown}, the indexes, checks and exclusion constraints that it
 *     does not state
 * @param dropUnknown whether objects that the model does not have are dropped; otherwise they stay and are listed
 * @param context what is known of a mapping of classes
 * @param defaultGrants what default privileges of the database give on each new object
 * @param objects the views, routines and triggers that object files create; {@code null} when object files are no part of the
 *     model
 * @since 0.1
 */
public record DiffSettings(
        ServerVersion version,
        ObjectFilter filter,
        List<Rename> renames,
        List<FormerName> formerNames,
        boolean mapping,
        boolean dropUnknown,
        MappingContext context,
        List<DefaultGrant> defaultGrants,
        @Nullable Set<ObjectKey> objects) {

    /**
     * Copies the lists.
     *
     * @param version the server that the operations will run on
     * @param filter which objects are compared
     * @param renames the renames
     * @param formerNames the former names that the model states
     * @param mapping whether the model is a mapping of classes, which cannot state everything: objects that it cannot
     *     state stay as they are, and so do, unless {@code dropUnknown}, the indexes, checks and exclusion constraints
     *     that it does not state
     * @param dropUnknown whether objects that the model does not have are dropped; otherwise they stay and are listed
     * @param context what is known of a mapping of classes
     * @param defaultGrants what default privileges of the database give on each new object
     * @param objects the views, routines and triggers that object files create; {@code null} when object files are no part
     *     of the model
     */
    public DiffSettings {
        renames = List.copyOf(renames);
        formerNames = List.copyOf(formerNames);
        defaultGrants = List.copyOf(defaultGrants);
        objects = objects == null ? null : Set.copyOf(objects);
    }

    /**
     * {@return the settings of a comparison that drops nothing it does not know}
     *
     * @param version the server that the operations will run on
     */
    public static DiffSettings of(ServerVersion version) {
        return new DiffSettings(
                version,
                ObjectFilter.DEFAULT,
                List.of(),
                List.of(),
                false,
                false,
                MappingContext.unknown(),
                List.of(),
                null);
    }

    /**
     * {@return these settings with more known of the mapping}
     *
     * @param other what is known of the mapping in place of this
     */
    public DiffSettings withContext(MappingContext other) {
        return new DiffSettings(
                version, filter, renames, formerNames, mapping, dropUnknown, other, defaultGrants, objects);
    }

    /**
     * {@return these settings with other objects compared}
     *
     * @param other the filter in place of this one
     */
    public DiffSettings withFilter(ObjectFilter other) {
        return new DiffSettings(
                version, other, renames, formerNames, mapping, dropUnknown, context, defaultGrants, objects);
    }

    /**
     * {@return these settings with other renames}
     *
     * @param other the renames in place of these
     */
    public DiffSettings withRenames(List<Rename> other) {
        return new DiffSettings(
                version, filter, other, formerNames, mapping, dropUnknown, context, defaultGrants, objects);
    }

    /**
     * {@return these settings with other former names}
     *
     * @param other the former names in place of these
     */
    public DiffSettings withFormerNames(List<FormerName> other) {
        return new DiffSettings(version, filter, renames, other, mapping, dropUnknown, context, defaultGrants, objects);
    }

    /**
     * {@return these settings dropping what the model does not know, or not}
     *
     * @param other whether what the model does not know is dropped; {@code false} unless set
     */
    public DiffSettings withDropUnknown(boolean other) {
        return new DiffSettings(version, filter, renames, formerNames, mapping, other, context, defaultGrants, objects);
    }

    /**
     * {@return these settings for a model that is a mapping of classes, or can state everything}
     *
     * @param other {@code true} for a mapping of classes; {@code false} unless set
     */
    public DiffSettings withMapping(boolean other) {
        return new DiffSettings(
                version, filter, renames, formerNames, other, dropUnknown, context, defaultGrants, objects);
    }

    /**
     * {@return these settings for a database with default privileges}
     *
     * @param other what default privileges give in place of this
     */
    public DiffSettings withDefaultGrants(List<DefaultGrant> other) {
        return new DiffSettings(version, filter, renames, formerNames, mapping, dropUnknown, context, other, objects);
    }

    /**
     * {@return these settings for a model with object files}
     *
     * @param other the views, routines and triggers that the object files create; {@code null} when object files are no part of
     *     the model
     */
    public DiffSettings withObjects(@Nullable Set<ObjectKey> other) {
        return new DiffSettings(
                version, filter, renames, formerNames, mapping, dropUnknown, context, defaultGrants, other);
    }
}
