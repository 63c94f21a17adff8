/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.file;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The entries of a class path, as far as its loaders tell. */
final class ClassPathEntries {

    private ClassPathEntries() {}

    /** {@return the addresses of the entries, parents last} */
    static Set<String> of(ClassLoader loader) {
        Set<String> entries = new LinkedHashSet<>();
        for (ClassLoader next = loader; next != null; next = next.getParent()) {
            if (next instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    entries.add(url.toExternalForm());
                }
            }
            if (next.equals(ClassLoader.getSystemClassLoader())) {
                for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
                    entries.add(Path.of(entry).toUri().toString());
                }
            }
        }
        return entries;
    }
}
