/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptManifestTests {

    private static final FileStamp FILE = file("a/create_orders.sql", 120, 0xCAFE_BABEL);

    @Test
    void aPathASizeAndAChecksumCount() {
        assertThat(digest(FILE)).isEqualTo(digest(file(FILE.path(), FILE.size(), FILE.crc())));
        assertThat(List.of(
                        digest(FILE),
                        digest(file("b/create_orders.sql", FILE.size(), FILE.crc())),
                        digest(file(FILE.path(), FILE.size() + 1, FILE.crc())),
                        digest(file(FILE.path(), FILE.size(), FILE.crc() + 1)),
                        digest(),
                        digest(FILE, FILE),
                        digest(file("a", 1, 2), file("b", 1, 3)),
                        digest(file("a", 1, 3), file("b", 1, 2))))
                .doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("[0-9a-f]{1,8}-[0-9a-f]{1,8}"));
    }

    @Test
    void emptyLocationsDoNotCount() {
        assertThat(ScriptManifest.of(List.of(FILE), List.of("classpath:none")).digest())
                .isEqualTo(digest(FILE));
    }

    private static FileStamp file(String path, long size, long crc) {
        return new FileStamp(path, "classpath:" + path, size, crc);
    }

    private static String digest(FileStamp... files) {
        return ScriptManifest.of(List.of(files), List.of()).digest();
    }
}
