/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

/** A class loader with the classes of the platform, and Retort's classes from another class loader. */
final class RetortClasses extends ClassLoader {

    private static final String RETORT = "dev.retort.migration.";

    private final ClassLoader retort;

    RetortClasses(ClassLoader retort) {
        super(ClassLoader.getPlatformClassLoader());
        this.retort = retort;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(RETORT)) {
            return retort.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
