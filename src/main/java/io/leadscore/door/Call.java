package io.leadscore.door;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A command that somebody else carries out, as its caller sees it. */
final class Call {

    /** A run ends at its chunk's end; who stopped it waits for that as long as systemd would. */
    private static final long ENDING_SECONDS = 90;

    private final Wire wire;
    private final Silence silence;
    private final List<String> arguments;
    private final Path workingFolder;
    private final OutputStream out;
    private final OutputStream err;
    private final CountDownLatch over = new CountDownLatch(1);

    Call(Wire wire, Silence silence, List<String> arguments, Path workingFolder, OutputStream out, OutputStream err) {
        this.wire = wire;
        this.silence = silence;
        this.arguments = arguments;
        this.workingFolder = workingFolder;
        this.out = out;
        this.err = err;
    }

    /**
     * Sends the request and shows what comes back.
     *
     * @return the exit code; null when there is no room for another command now
     */
    @Nullable
    Integer carryOut(byte[] request) throws CallFailed {
        Thread cancelling = new Thread(this::cancel, "cancel");
        Runtime.getRuntime().addShutdownHook(cancelling);
        boolean begun = false;
        try {
            Frame frame = next();
            if (frame.kind() == Frame.Kind.LATER) {
                return null;
            }
            refuseOtherSpeech(frame);
            wire.write(new Frame(Frame.Kind.REQUEST, request));
            begun = true;
            for (frame = next(); frame.kind() != Frame.Kind.EXIT; frame = next()) {
                hear(frame);
            }
            return Caller.number(frame);
        } catch (IOException gone) {
            silence.refuseIfOver();
            if (!begun) {
                return null;
            }
            throw new CallFailed(
                    1,
                    "The process that carried this out ended before it was done.",
                    "Repeat the command; scripts/leadscore runs tells how far a run is.");
        } finally {
            over.countDown();
            forget(cancelling);
        }
    }

    private Frame next() throws IOException {
        Frame frame = wire.read();
        if (frame == null) {
            throw new IOException("The owner is gone");
        }
        silence.broken();
        return frame;
    }

    private static void refuseOtherSpeech(Frame frame) throws IOException, CallFailed {
        if (frame.kind() != Frame.Kind.WELCOME || Caller.number(frame) != Wire.VERSION) {
            throw new CallFailed(
                    CallFailed.TRY_AGAIN,
                    "The process that has the database open is another version of Leadscore.",
                    "Restart it; then repeat the command.");
        }
    }

    private void hear(Frame frame) throws IOException {
        switch (frame.kind()) {
            case OUT -> show(out, frame);
            case ERR -> show(err, frame);
            case ASK -> send(new String(frame.body(), StandardCharsets.UTF_8));
            default -> {
                // It is alive.
            }
        }
    }

    /** A reader that went away, such as head, does not end a run. */
    private static void show(OutputStream stream, Frame frame) {
        try {
            stream.write(frame.body());
            stream.flush();
        } catch (IOException nobodyReads) {
            // As said.
        }
    }

    /** Sends a file that the user has named, and no other: the owner may ask for what only the caller may read. */
    private void send(String file) throws IOException {
        try {
            if (arguments.stream().noneMatch(argument -> argument.equals(file) || argument.endsWith("=" + file))) {
                throw new IOException("The command line does not name " + file);
            }
            Path path = workingFolder.resolve(file);
            if (Files.size(path) > FileRequests.MOST_BYTES) {
                throw new IOException(file + " is longer than a megabyte");
            }
            byte[] content = Files.readAllBytes(path);
            for (int from = 0; from < content.length; from += Frame.MOST_BYTES) {
                int to = Math.min(from + Frame.MOST_BYTES, content.length);
                wire.write(new Frame(Frame.Kind.PART, Arrays.copyOfRange(content, from, to)));
            }
            wire.write(Frame.of(Frame.Kind.WHOLE));
        } catch (IOException | RuntimeException unreadable) {
            byte[] why = unreadable.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8);
            wire.write(new Frame(Frame.Kind.MISSING, why));
        }
    }

    /** Ctrl-C and SIGTERM: the command ends early, and this process when it has. */
    private void cancel() {
        try {
            if (over.getCount() > 0) {
                wire.write(Frame.of(Frame.Kind.CANCEL));
                over.await(ENDING_SECONDS, TimeUnit.SECONDS);
            }
        } catch (IOException gone) {
            // Then there is nothing to end.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It is at work.
        }
    }
}
