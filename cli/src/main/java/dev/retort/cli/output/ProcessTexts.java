/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.error.RetortException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Arguments and environment variables as the process received them. Java decodes them in the locale's encoding, which
 * is ASCII under {@code LC_ALL=C}, and replaces other characters; on Linux {@code /proc} has the original bytes.
 */
public final class ProcessTexts {

    private static final Logger log = LoggerFactory.getLogger(ProcessTexts.class);
    private static final char REPLACEMENT = '\uFFFD';

    private final Path process;

    public ProcessTexts(Path process) {
        this.process = process;
    }

    public static ProcessTexts ofProcess() {
        return new ProcessTexts(Path.of("/proc/self"));
    }

    /**
     * Returns the arguments as they were typed.
     *
     * @param read the last arguments of the process, as Java decoded them
     * @throws RetortException when one is not UTF-8, or its bytes are not available
     */
    public String[] arguments(String... read) {
        if (Arrays.stream(read).noneMatch(ProcessTexts::isLossy)) {
            return read;
        }
        List<byte[]> all = bytes("cmdline");
        List<byte[]> last = all.subList(Math.max(0, all.size() - read.length), all.size());
        boolean areThese = last.size() == read.length;
        for (int i = 0; areThese && i < read.length; i++) {
            areThese = isReadOf(read[i], last.get(i));
        }
        String[] typed = read.clone();
        for (int i = 0; i < read.length; i++) {
            if (isLossy(read[i])) {
                typed[i] = areThese ? decoded(last.get(i), "Argument " + (i + 1)) : refuse("Argument " + (i + 1));
            }
        }
        return typed;
    }

    /**
     * Returns the variables as they were set; undecodable variables of other programs stay as Java decoded them.
     *
     * @param read the variables of the process, as Java decoded them
     * @throws RetortException when a variable of Retort or PostgreSQL is not UTF-8, or its bytes are not available
     */
    public Map<String, String> environment(Map<String, String> read) {
        if (read.values().stream().noneMatch(ProcessTexts::isLossy)) {
            return read;
        }
        Map<String, byte[]> values = new LinkedHashMap<>();
        for (byte[] variable : bytes("environ")) {
            String text = new String(variable, StandardCharsets.ISO_8859_1);
            int equals = Math.max(0, text.indexOf('='));
            values.put(text.substring(0, equals), Arrays.copyOfRange(variable, equals + 1, variable.length));
        }
        Map<String, String> set = new LinkedHashMap<>(read);
        set.replaceAll((name, value) -> {
            boolean isOurs = name.startsWith("RETORT_") || name.startsWith("POSTGRES_");
            if (!isOurs || !isLossy(value)) {
                return value;
            }
            byte[] bytes = values.get(name);
            return bytes == null ? refuse("The variable " + name) : decoded(bytes, "The variable " + name);
        });
        return set;
    }

    private static boolean isLossy(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }

    /**
     * An application may change its arguments before it passes them on: only arguments of the process can be looked up.
     */
    private static boolean isReadOf(String read, byte[] bytes) {
        return ascii(read).equals(ascii(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static String ascii(String text) {
        return text.replaceAll("[^\\x00-\\x7f]+", "");
    }

    private static String decoded(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return refuse(what);
        }
    }

    private static String refuse(String what) {
        throw new RetortException(
                what + " cannot be read.",
                "It contains characters that the encoding of the locale (" + System.getProperty("sun.jnu.encoding")
                        + ") lacks, or bytes that are not UTF-8.",
                "Set LC_ALL=C.UTF-8 or another UTF-8 locale, and run the command again.");
    }

    private List<byte[]> bytes(String file) {
        List<byte[]> texts = new ArrayList<>();
        try {
            byte[] all = Files.readAllBytes(process.resolve(file));
            int start = 0;
            for (int end = 0; end < all.length; end++) {
                if (all[end] == 0) {
                    texts.add(Arrays.copyOfRange(all, start, end));
                    start = end + 1;
                }
            }
        } catch (IOException e) {
            log.debug("Cannot read the bytes of arguments and variables: {}", e.toString());
        }
        return texts;
    }
}
