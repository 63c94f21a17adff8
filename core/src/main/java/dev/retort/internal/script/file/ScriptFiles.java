/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.file;

import dev.retort.internal.script.FileStamp;
import dev.retort.internal.script.Problems;
import dev.retort.internal.script.ScriptManifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects script files, each once, however many locations lead to it: their stamps, and unless only these are wanted
 * their texts.
 */
public final class ScriptFiles implements FoundFiles {

    private static final Logger log = LoggerFactory.getLogger(ScriptFiles.class);
    private static final String SUFFIX = ".sql";

    private final Set<String> keys = new HashSet<>();
    private final List<ScriptFile> sorted = new ArrayList<>();
    private final List<FileStamp> sortedStamps = new ArrayList<>();
    private final Problems problems;
    private final boolean texts;
    private final SizeLimits limits = SizeLimits.ofThisProcess();
    private long total;
    private List<ScriptFile> location = new ArrayList<>();
    private List<FileStamp> locationStamps = new ArrayList<>();

    public ScriptFiles(Problems problems) {
        this(problems, true);
    }

    private ScriptFiles(Problems problems, boolean texts) {
        this.problems = problems;
        this.texts = texts;
    }

    /** {@return what collects stamps only} */
    public static ScriptFiles withoutTexts(Problems problems) {
        return new ScriptFiles(problems, false);
    }

    @Override
    public Problems problems() {
        return problems;
    }

    /**
     * What editors and file systems leave beside files: {@code .#a.sql}, {@code ._a.sql}, {@code .a.sql.swp},
     * {@code a.sql~}.
     */
    @Override
    public boolean skips(String path) {
        for (String name : path.split("/")) {
            if (name.startsWith(".") || name.endsWith("~")) {
                log.debug("Skipped {}: names that begin with \".\" or end with \"~\" are no scripts", path);
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean wants(String source) {
        if (source.endsWith(SUFFIX)) {
            return true;
        }
        boolean misnamed = source.regionMatches(true, source.length() - SUFFIX.length(), SUFFIX, 0, SUFFIX.length());
        if (misnamed && keys.add(source)) {
            problems.add(
                    source,
                    0,
                    "The name ends in \"" + source.substring(source.length() - SUFFIX.length())
                            + "\", and only files that end in \".sql\" are scripts. Rename it.");
        }
        return false;
    }

    @Override
    public int limit() {
        return limits.ofOne();
    }

    @Override
    public boolean fits(String source, long size) {
        if (size > limits.ofOne()) {
            problems.add(source, 0, limits.refusalOfOne(SizeLimits.megabytes(size)));
            return false;
        }
        if (texts && total + size > limits.ofAll()) {
            problems.add(source, 0, limits.refusalOfAll());
            return false;
        }
        return true;
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
        total += content.length;
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

    /**
     * Puts the files of one location in order.
     *
     * @return how many there are
     */
    public int endLocation() {
        int count = locationStamps.size();
        Collections.sort(location);
        Collections.sort(locationStamps);
        sorted.addAll(location);
        sortedStamps.addAll(locationStamps);
        location = new ArrayList<>();
        locationStamps = new ArrayList<>();
        return count;
    }

    /** {@return the files in the order of the locations, then of their paths} */
    public List<ScriptFile> inOrder() {
        return sorted;
    }

    /**
     * {@return the manifest of the files}
     *
     * @param empty the locations without files
     */
    public ScriptManifest manifest(List<String> empty) {
        return ScriptManifest.of(sortedStamps, empty);
    }
}
