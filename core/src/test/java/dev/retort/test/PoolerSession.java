/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A session of the server that a pooler lends to clients.
 *
 * @param socket the connection to the server
 * @param in what the server says
 * @param out its input
 * @param welcome the settings that the server reported at the beginning, as messages for clients
 */
record PoolerSession(Socket socket, DataInputStream in, DataOutputStream out, List<WireMessage> welcome) {

    private static final int PROTOCOL = 196608;

    /** Logs in to a server that trusts. */
    static PoolerSession open(TestDatabase database) throws IOException {
        Socket socket = new Socket("localhost", database.port());
        socket.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        byte[] parameters = ("user\0" + database.user() + "\0database\0" + database.name() + "\0\0")
                .getBytes(StandardCharsets.UTF_8);
        out.writeInt(8 + parameters.length);
        out.writeInt(PROTOCOL);
        out.write(parameters);
        out.flush();
        List<WireMessage> welcome = new ArrayList<>();
        WireMessage message = WireMessage.read(in);
        while (message.type() != 'Z') {
            if (message.type() == 'S') {
                welcome.add(message);
            }
            message = WireMessage.read(in);
        }
        return new PoolerSession(socket, in, out, List.copyOf(welcome));
    }

    /** Runs a statement and forgets what the server answers. */
    void run(String sql) throws IOException {
        new WireMessage('Q', (sql + "\0").getBytes(StandardCharsets.UTF_8)).write(out);
        out.flush();
        while (WireMessage.read(in).type() != 'Z') {
            // The answer ends with ReadyForQuery.
        }
    }

    void close() throws IOException {
        socket.close();
    }
}
