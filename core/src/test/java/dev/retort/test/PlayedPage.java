/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A page of the documentation whose blocks are played again. What they print replaces what the page says only where it differs
 * in more than what differs each time.
 *
 * @param block finds a block; its last group is what playing it replaces
 * @param comparable leaves out what differs each time
 */
public record PlayedPage(Pattern block, UnaryOperator<String> comparable) {

    /** Plays a block. */
    @FunctionalInterface
    public interface Player {

        /** {@return what it prints} */
        String play(MatchResult block) throws IOException;
    }

    /** {@return the text of a page with what its blocks print now} */
    public String play(String text, Player player) throws IOException {
        StringBuilder played = new StringBuilder();
        int copied = 0;
        for (MatchResult found : blocks(text)) {
            int group = found.groupCount();
            String said = found.group(group);
            String now = player.play(found);
            boolean same = comparable.apply(now).equals(comparable.apply(said));
            played.append(text, copied, found.start(group)).append(same ? said : now);
            copied = found.end(group);
        }
        return played.append(text.substring(copied)).toString();
    }

    private List<MatchResult> blocks(String text) {
        return block.matcher(text).results().toList();
    }

    /** Plays a page, which has blocks, and compares; {@code -Dgolden.update=true} writes what was really printed. */
    public void check(Path page, Player player) throws IOException {
        String text = Files.readString(page);
        assertThat(blocks(text)).isNotEmpty();
        String played = play(text, player);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(page, played);
        }
        assertThat(Files.readString(page)).as(page.toString()).isEqualTo(played);
    }
}
