package io.leadscore.door;

import java.io.OutputStream;
import java.util.Arrays;

/** A stream whose bytes go to the caller in frames. */
final class FrameStream extends OutputStream {

    private final Outflow outflow;
    private final Frame.Kind kind;

    FrameStream(Outflow outflow, Frame.Kind kind) {
        this.outflow = outflow;
        this.kind = kind;
    }

    @Override
    public void write(int one) {
        outflow.send(new Frame(kind, new byte[] {(byte) one}));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int from = offset; from < offset + length; from += Frame.MOST_BYTES) {
            int to = Math.min(from + Frame.MOST_BYTES, offset + length);
            outflow.send(new Frame(kind, Arrays.copyOfRange(bytes, from, to)));
        }
    }
}
