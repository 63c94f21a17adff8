/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.objects;

import dev.retort.error.RetortException;
import dev.retort.model.ModelDdl;
import dev.retort.model.ObjectFile;
import dev.retort.model.SchemaModel;
import dev.retort.settings.ObjectSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model with the object files beside it.
 *
 * @param main the entities or a file
 * @param settings where the object files are
 * @param loader the class loader of a location on the class path
 */
public record ModelWithObjects(SchemaModel main, ObjectSettings settings, ClassLoader loader) implements SchemaModel {

    @Override
    public String name() {
        return main.name();
    }

    @Override
    public ModelDdl ddl(int majorVersion) {
        ModelDdl ddl = main.ddl(majorVersion);
        return settings.location() == null ? ddl : ddl.withObjects(files(settings, loader));
    }

    /**
     * {@return the object files of a setting; none if it has no location, or an optional one that does not exist}
     *
     * @param settings where the object files are
     * @param loader the class loader of a location on the class path
     * @throws RetortException when they cannot be used
     */
    public static List<ObjectFile> files(ObjectSettings settings, ClassLoader loader) {
        String location = settings.location();
        @Nullable List<ObjectFile> files = location == null ? List.of() : ObjectFiles.read(location, loader);
        if (files == null && !settings.optional()) {
            throw new RetortException(
                    "The object files cannot be read.",
                    "The location " + location + " of retort.objects does not exist.",
                    "Create it, correct retort.objects, or set it to none.");
        }
        return files == null ? List.of() : files;
    }
}
