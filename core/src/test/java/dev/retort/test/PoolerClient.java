/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One client of a pooler: its messages go to the session that it has, and the answers come back. */
final class PoolerClient implements Runnable {

    private static final int ENCRYPTION = 80877103;
    private static final int GSS_ENCRYPTION = 80877104;
    private static final int CANCELLATION = 80877102;

    private final TestPooler pooler;
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private @Nullable PoolerSession session;
    private boolean inTransaction;

    PoolerClient(TestPooler pooler, Socket socket) throws IOException {
        this.pooler = pooler;
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    @Override
    public void run() {
        try (socket) {
            serve();
        } catch (EOFException | SocketException e) {
            // The client is gone.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() throws IOException {
        try {
            if (welcome()) {
                WireMessage message = WireMessage.read(in);
                while (message.type() != 'X' && forward(message)) {
                    message = WireMessage.read(in);
                }
            }
        } finally {
            leave();
        }
    }

    /** Logs the client in, without a password; false for a request to cancel, which is not heard. */
    private boolean welcome() throws IOException {
        int length = in.readInt();
        int code = in.readInt();
        while (code == ENCRYPTION || code == GSS_ENCRYPTION) {
            out.writeByte('N');
            out.flush();
            length = in.readInt();
            code = in.readInt();
        }
        in.skipNBytes(length - 8);
        if (code == CANCELLATION) {
            return false;
        }
        new WireMessage('R', new byte[4]).write(out);
        for (WireMessage setting : pooler.settings()) {
            setting.write(out);
        }
        ByteBuffer key = ByteBuffer.allocate(8);
        key.putInt(ThreadLocalRandom.current().nextInt(1 << 30, Integer.MAX_VALUE));
        key.putInt(ThreadLocalRandom.current().nextInt());
        new WireMessage('K', key.array()).write(out);
        new WireMessage('Z', new byte[] {'I'}).write(out);
        out.flush();
        return true;
    }

    /** {@return whether the client may say more} */
    private boolean forward(WireMessage message) throws IOException {
        PoolerSession own = session;
        if (own == null) {
            own = pooler.take();
            session = own;
        }
        message.write(own.out());
        return (message.type() != 'Q' && message.type() != 'S') || answer(own);
    }

    /** Passes on what the server answers, until it is ready for more. */
    private boolean answer(PoolerSession own) throws IOException {
        own.out().flush();
        WireMessage message = WireMessage.read(own.in());
        while (message.type() != 'Z') {
            message.write(out);
            if (message.type() == 'G') {
                out.flush();
                copy(own);
            }
            message = WireMessage.read(own.in());
        }
        inTransaction = message.isInTransaction();
        if (inTransaction && pooler.mode() == TestPooler.Mode.STATEMENT) {
            WireMessage.fatal("08P01", "transaction blocks not allowed in statement pooling mode")
                    .write(out);
            out.flush();
            return false;
        }
        // Before the client hears of it, or it could ask again before the session is free.
        if (!inTransaction && pooler.mode() != TestPooler.Mode.SESSION) {
            session = null;
            pooler.release(own);
        }
        message.write(out);
        out.flush();
        return true;
    }

    private void copy(PoolerSession own) throws IOException {
        WireMessage data = WireMessage.read(in);
        while (data.type() == 'd') {
            data.write(own.out());
            data = WireMessage.read(in);
        }
        data.write(own.out());
        own.out().flush();
    }

    private void leave() throws IOException {
        PoolerSession own = session;
        if (own == null) {
            return;
        }
        session = null;
        if (inTransaction) {
            pooler.end(own);
        } else {
            pooler.release(own);
        }
    }
}
