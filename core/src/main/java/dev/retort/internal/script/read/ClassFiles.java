/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.internal.script.Problems;
import dev.retort.internal.script.file.FoundFiles;
import dev.retort.migration.Revision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the classes of a package that mention {@link Revision}: a class with the annotation has its name in the
 * class file, so no other class need be loaded to find out.
 */
final class ClassFiles implements FoundFiles {

    private static final String DESCRIPTOR = Revision.class.descriptorString();

    private final Set<String> keys = new HashSet<>();
    private final List<String> names = new ArrayList<>();
    private final String packageName;
    private final Problems problems;

    ClassFiles(String packageName, Problems problems) {
        this.packageName = packageName;
        this.problems = problems;
    }

    @Override
    public boolean wants(String name) {
        return name.endsWith(".class");
    }

    @Override
    public boolean isNew(String key) {
        return keys.add(key);
    }

    @Override
    public void add(String path, String source, byte[] content) {
        if (new String(content, StandardCharsets.ISO_8859_1).contains(DESCRIPTOR)) {
            String below = path.substring(0, path.length() - ".class".length()).replace('/', '.');
            names.add(packageName + "." + below);
        }
    }

    @Override
    public Problems problems() {
        return problems;
    }

    /** {@return the names of the classes in alphabetical order, so that it is the same wherever they are packed} */
    List<String> inOrder() {
        return names.stream().sorted().distinct().toList();
    }
}
