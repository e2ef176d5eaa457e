package io.leadscore.hubspot;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/** A body that ends with {@link AnswerTooLarge} where it becomes too much. Not thread-safe. */
final class BoundedEntity extends HttpEntityWrapper {

    private final Runnable giveUp;
    private final Ticker ticker;
    private final long start;
    private @Nullable InputStream content;

    /** @param giveUp ends the connection, so that nobody reads the rest to keep it alive */
    BoundedEntity(HttpEntity entity, Runnable giveUp, Ticker ticker) {
        super(entity);
        this.giveUp = giveUp;
        this.ticker = ticker;
        this.start = ticker.nanos();
    }

    @Override
    public InputStream getContent() throws IOException {
        if (content == null) {
            content = new Bounded(super.getContent());
        }
        return content;
    }

    private final class Bounded extends FilterInputStream {

        private long read;
        private boolean ended;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (ended) {
                return -1;
            }
            int got = super.read(bytes, from, length);
            if (got < 0) {
                ended = true;
            }
            read += Math.max(0, got);
            if (read > BoundedAnswers.MOST_BYTES) {
                throw tooMuch("answered with more than " + (BoundedAnswers.MOST_BYTES >> 20) + " MiB");
            }
            if (ticker.nanos() - start > BoundedAnswers.LONGEST.toNanos()) {
                throw tooMuch("did not end its answer in " + BoundedAnswers.LONGEST.toMinutes() + " minutes");
            }
            return got;
        }

        private AnswerTooLarge tooMuch(String trouble) {
            ended = true;
            giveUp.run();
            return new AnswerTooLarge(trouble);
        }

        /** Reads what is left of an answer in reason, so that its connection may be used again. */
        @Override
        public void close() throws IOException {
            byte[] rest = new byte[1 << 13];
            while (!ended) {
                read(rest, 0, rest.length);
            }
        }
    }
}
