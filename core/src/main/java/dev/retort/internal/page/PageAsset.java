/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The files that belong to the page. */
public enum PageAsset {
    /** Colors, sizes and what a narrow screen leaves out. */
    STYLE("page.css", "text/css"),
    /** Draws the lanes of the graph. */
    GRAPH("graph.js", "text/javascript"),
    /** Search, one revision at length, operations. */
    SCRIPT("page.js", "text/javascript");

    private final String file;
    private final String type;

    PageAsset(String file, String type) {
        this.file = file;
        this.type = type;
    }

    /** {@return the asset with a file name} */
    public static Optional<PageAsset> find(String file) {
        return Arrays.stream(values()).filter(each -> each.file.equals(file)).findFirst();
    }

    /** {@return its file name} */
    public String file() {
        return file;
    }

    /** {@return its media type} */
    public String type() {
        return type;
    }

    /** {@return what it holds} */
    public String content() {
        try (InputStream in = PageAsset.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + file + " is missing from Retort's archive.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
