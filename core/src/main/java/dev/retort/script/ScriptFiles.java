/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects script files, each once, however many locations lead to it. */
final class ScriptFiles implements FoundFiles {

    private final Set<String> keys = new HashSet<>();
    private final List<ScriptFile> sorted = new ArrayList<>();
    private final Problems problems;
    private List<ScriptFile> location = new ArrayList<>();

    ScriptFiles(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Problems problems() {
        return problems;
    }

    @Override
    public boolean wants(String name) {
        return name.endsWith(".sql");
    }

    @Override
    public boolean isNew(String key) {
        return keys.add(key);
    }

    @Override
    public void add(String path, String source, byte[] content) {
        String text = Utf8Text.decode(source, content, problems);
        if (text != null) {
            location.add(new ScriptFile(path, source, text));
        }
    }

    /** Puts the files of one location in order. */
    void endLocation() {
        Collections.sort(location);
        sorted.addAll(location);
        location = new ArrayList<>();
    }

    /** {@return the files in the order of the locations, then of their paths} */
    List<ScriptFile> inOrder() {
        return sorted;
    }
}
