package io.leadscore.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks the caller for files, one at a time. Thread-safe. */
final class FileRequests {

    /** No file that a command reads is longer. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final long PATIENCE_SECONDS = 10;
    private static final int MOST_FRAMES = 2 * MOST_BYTES / Frame.MOST_BYTES;

    private final Outflow outflow;
    private final BlockingQueue<Frame> answers = new LinkedBlockingQueue<>(MOST_FRAMES);

    FileRequests(Outflow outflow) {
        this.outflow = outflow;
    }

    /** Takes what the caller sent; false when nobody asked for so much. */
    boolean answered(Frame frame) {
        return answers.offer(frame);
    }

    synchronized byte[] read(String file) throws IOException {
        answers.clear();
        outflow.send(new Frame(Frame.Kind.ASK, file.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        while (content.size() <= MOST_BYTES) {
            Frame answer = next();
            if (answer == null) {
                throw new IOException("The caller does not send " + file);
            }
            switch (answer.kind()) {
                case PART -> content.write(answer.body());
                case WHOLE -> {
                    return content.toByteArray();
                }
                default -> throw failure(file, new String(answer.body(), StandardCharsets.UTF_8));
            }
        }
        throw new IOException(file + " is too long");
    }

    private static IOException failure(String file, String why) {
        return why.equals(NoSuchFileException.class.getSimpleName())
                ? new NoSuchFileException(file)
                : new IOException(why);
    }

    private @Nullable Frame next() throws IOException {
        try {
            return answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", interrupted);
        }
    }
}
