/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Passwords that are awkward in a URL, and all the URLs that may have one. */
public final class UrlPasswords {

    private static final Pattern PIECE = Pattern.compile("[A-Z0-9]{5,}");
    private static final String SEPARATORS = "/@?#%&=:+ ,;!$'\"\\[]{}|^~*é\n";

    private UrlPasswords() {}

    /** {@return the password of a seed: pieces that occur nowhere else, with characters between them that mean something in a URL} */
    public static String of(long seed) {
        Random random = new Random(seed);
        StringBuilder password = new StringBuilder();
        for (int piece = 0; piece < 1 + random.nextInt(4); piece++) {
            for (int between = random.nextInt(3); between > 0; between--) {
                password.append(SEPARATORS.charAt(random.nextInt(SEPARATORS.length())));
            }
            // Digits alone could be a port, and one is that of a host.
            password.append(random.nextBoolean() ? "Q" : "").append(10_000 + random.nextInt(40_000));
        }
        return password.toString();
    }

    /** {@return URLs of all forms with the password, as it is and encoded} */
    public static List<String> urls(String server, String password) {
        List<String> urls = new ArrayList<>();
        String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        for (String scheme :
                List.of("jdbc:postgresql:", "postgresql:", "postgres:", "jdbc:otel:postgresql:", "jdbc:", "")) {
            for (String text : List.of(password, encoded)) {
                urls.add(scheme + "//user:" + text + "@" + server + "/db");
                urls.add(scheme + "//user:" + text + "@" + server);
                urls.add(scheme + "//user:" + text + "@" + server + "/db?sslmode=disable");
                urls.add(scheme + "//" + server + "/db?user=me&password=" + text);
                urls.add(scheme + "//" + server + "/db?password=" + text + "&sslmode=disable");
                urls.add(scheme + "//" + server + "/?sslpassword=" + text);
                urls.add(scheme + "user:" + text + "@" + server + "/db");
            }
        }
        return urls;
    }

    /** Fails when a piece of the password is in a text. */
    public static void assertAbsent(String password, String text) {
        PIECE.matcher(password)
                .results()
                .map(piece -> Pattern.compile("\\b" + piece.group() + "\\b"))
                .forEach(piece -> assertThat(text).doesNotContainPattern(piece));
    }
}
