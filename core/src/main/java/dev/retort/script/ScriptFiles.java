/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;

/**
 * Collects script files, each once, however many locations lead to it: their stamps, and unless only these are wanted
 * their texts.
 */
final class ScriptFiles implements FoundFiles {

    private final Set<String> keys = new HashSet<>();
    private final List<ScriptFile> sorted = new ArrayList<>();
    private final List<FileStamp> sortedStamps = new ArrayList<>();
    private final Problems problems;
    private final boolean texts;
    private List<ScriptFile> location = new ArrayList<>();
    private List<FileStamp> locationStamps = new ArrayList<>();

    ScriptFiles(Problems problems) {
        this(problems, true);
    }

    private ScriptFiles(Problems problems, boolean texts) {
        this.problems = problems;
        this.texts = texts;
    }

    /** {@return what collects stamps only} */
    static ScriptFiles withoutTexts(Problems problems) {
        return new ScriptFiles(problems, false);
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
        locationStamps.add(FileStamp.of(path, source, content));
        if (!texts) {
            return;
        }
        String text = Utf8Text.decode(source, content, problems);
        if (text != null) {
            location.add(new ScriptFile(path, source, text));
        }
    }

    /** The directory of the archive has the stamp: the content is read only for its text. */
    @Override
    public void add(String path, String source, ZipEntry entry, Content content) throws IOException {
        if (!texts && entry.getSize() >= 0 && entry.getCrc() >= 0) {
            locationStamps.add(new FileStamp(path, source, entry.getSize(), entry.getCrc()));
            return;
        }
        FoundFiles.super.add(path, source, entry, content);
    }

    /** Puts the files of one location in order. */
    void endLocation() {
        Collections.sort(location);
        Collections.sort(locationStamps);
        sorted.addAll(location);
        sortedStamps.addAll(locationStamps);
        location = new ArrayList<>();
        locationStamps = new ArrayList<>();
    }

    /** {@return the files in the order of the locations, then of their paths} */
    List<ScriptFile> inOrder() {
        return sorted;
    }

    /** {@return what the files come to} */
    ScriptStock stock() {
        return ScriptStock.of(sortedStamps);
    }
}
