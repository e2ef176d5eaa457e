package io.leadscore.door;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Frames on a channel: a length of four bytes, a kind of one, the body. What is longer than a frame may be, or of no
 * known kind, is an error before anything is kept for it. Reading is for one thread, writing for any.
 */
final class Wire implements Closeable {

    /** The form of speech; both sides must have the same. */
    static final int VERSION = 1;

    private static final int HEAD = Integer.BYTES + 1;

    private final ByteChannel channel;
    private final Object writing = new Object();

    Wire(ByteChannel channel) {
        this.channel = channel;
    }

    /**
     * The next frame; null when the other side has closed.
     *
     * @throws IOException when what comes is no frame, breaks off, or the channel fails
     */
    @Nullable
    Frame read() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        int first = channel.read(head);
        if (first < 0) {
            return null;
        }
        fill(head);
        head.flip();
        int length = head.getInt();
        byte letter = head.get();
        Frame.Kind kind = Frame.Kind.of(letter);
        if (length < 0 || length > Frame.MOST_BYTES || kind == null) {
            throw new IOException("No frame: " + length + " bytes of kind " + letter);
        }
        ByteBuffer body = ByteBuffer.allocate(length);
        fill(body);
        return new Frame(kind, body.array());
    }

    /** Writes a frame; blocks while the other side does not read. */
    void write(Frame frame) throws IOException {
        if (frame.body().length > Frame.MOST_BYTES) {
            throw new IOException("A frame of " + frame.body().length + " bytes is too long");
        }
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + frame.body().length)
                .putInt(frame.body().length)
                .put(frame.kind().letter())
                .put(frame.body())
                .flip();
        synchronized (writing) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private void fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("A frame broke off");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
