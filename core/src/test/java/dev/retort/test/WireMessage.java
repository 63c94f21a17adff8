/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A message of PostgreSQL's frontend/backend protocol. */
final class WireMessage {

    private final char type;
    private final byte[] body;

    WireMessage(char type, byte[] body) {
        this.type = type;
        this.body = body;
    }

    /** {@return its letter} */
    char type() {
        return type;
    }

    static WireMessage read(DataInputStream in) throws IOException {
        char type = (char) in.readUnsignedByte();
        byte[] body = new byte[in.readInt() - 4];
        in.readFully(body);
        return new WireMessage(type, body);
    }

    /** {@return an error that ends the connection} */
    static WireMessage fatal(String sqlState, String text) {
        String fields = "SFATAL\0VFATAL\0C" + sqlState + "\0M" + text + "\0\0";
        return new WireMessage('E', fields.getBytes(StandardCharsets.UTF_8));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
    }

    /** {@return for ReadyForQuery, whether a transaction is open} */
    boolean isInTransaction() {
        return body[0] != 'I';
    }
}
