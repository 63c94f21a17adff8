/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.error.RetortException;
import dev.retort.migration.Migration;
import dev.retort.migration.MigrationFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Makes Java revisions with their constructor without parameters, whatever its visibility. */
public final class ConstructorFactory implements MigrationFactory {

    @Override
    public Migration create(Class<? extends Migration> type) {
        try {
            Constructor<? extends Migration> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new RetortException(
                    "The Java revision " + type.getName() + " cannot be created here.",
                    "It has no constructor without parameters, so it needs beans of an application.",
                    "Run the command in the application: java -jar app.jar migrations ...",
                    e);
        } catch (InvocationTargetException e) {
            throw new RetortException(
                    "The Java revision " + type.getName() + " cannot be created.",
                    "Its constructor failed: " + e.getCause() + ".",
                    "Correct the constructor.",
                    e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new RetortException(
                    "The Java revision " + type.getName() + " cannot be created.",
                    e + ".",
                    "Make it a class that is not abstract, outside of modules that are closed to Retort.",
                    e);
        }
    }
}
