/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The links of a page to the endpoint.
 *
 * @param endpoint the path of the endpoint, relative to the page
 * @param mayOperate whether the reader may run operations; without it there are no buttons
 * @param token the token of requests that change something; {@code null} if the server needs none
 */
public record PageLinks(
        String endpoint, boolean mayOperate, @Nullable Token token) {

    static final List<Operation> OPERATIONS =
            List.of(new Operation("upgrade", "head"), new Operation("downgrade", "-1"), new Operation("stamp", "head"));

    /**
     * A token against forged requests.
     *
     * @param header the header that carries it
     * @param value its value
     */
    public record Token(String header, String value) {}

    /** An operation of the endpoint and the target that is proposed. */
    record Operation(String name, String target) {

        String button() {
            return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "…";
        }
    }
}
