package io.leadscore.door;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command while it is carried out for the caller at the other end of a wire. */
final class Guest implements Visit {

    private static final int FAILED = 1;

    private final Wire wire;
    private final Request request;
    private final Host host;
    private final String user;
    private final Ending ending = new Ending();
    private final Outflow outflow;
    private final FileRequests files;
    private final OutputStream out;
    private final OutputStream err;

    Guest(Wire wire, Request request, Host host, String user) {
        this.wire = wire;
        this.request = request;
        this.host = host;
        this.user = user;
        this.outflow = new Outflow(wire, Thread.currentThread().getName() + "-out", this::end);
        this.files = new FileRequests(outflow);
        this.out = new FrameStream(outflow, Frame.Kind.OUT);
        this.err = new FrameStream(outflow, Frame.Kind.ERR);
    }

    /** Carries the command out and tells the caller its exit code. */
    void serve(HeavyWork heavyWork) {
        Thread listener = new Thread(this::listen, Thread.currentThread().getName() + "-in");
        listener.setDaemon(true);
        listener.start();
        int exitCode = FAILED;
        try {
            exitCode = heavyWork.carryOut(host.isHeavy(arguments()), this, host);
        } catch (RuntimeException | Error unexpected) {
            say(
                    "The command failed unexpectedly (" + unexpected.getClass().getSimpleName() + ").",
                    "The log may have the details: logs/leadscore.log in LEAD_SCORE_HOME.");
            throw unexpected;
        } finally {
            outflow.finish(exit(exitCode));
        }
    }

    void say(String sentence, String advice) {
        outflow.send(new Frame(Frame.Kind.ERR, (sentence + "\n" + advice + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Lets the command end early; in a thread of its own, because it may take until a chunk's end. */
    void end() {
        Thread thread = new Thread(ending::begin, Thread.currentThread().getName() + "-end");
        thread.setDaemon(true);
        thread.start();
    }

    /** Hears what the caller says, until it is gone, which ends the command as well. */
    private void listen() {
        try {
            Frame frame = wire.read();
            while (frame != null) {
                boolean understood =
                        switch (frame.kind()) {
                            case CANCEL -> {
                                end();
                                yield true;
                            }
                            case PART, WHOLE, MISSING -> files.answered(frame);
                            default -> false;
                        };
                if (!understood) {
                    break;
                }
                frame = wire.read();
            }
        } catch (IOException gone) {
            // said below
        }
        end();
    }

    private static Frame exit(int exitCode) {
        return new Frame(
                Frame.Kind.EXIT,
                ByteBuffer.allocate(Integer.BYTES).putInt(exitCode).array());
    }

    @Override
    public List<String> arguments() {
        return request.arguments();
    }

    @Override
    public boolean interactive() {
        return request.interactive();
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public List<String> differingSettings() {
        return request.settings().differingFrom(host.settings());
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public OutputStream err() {
        return err;
    }

    @Override
    public byte[] read(String file) throws IOException {
        return files.read(file);
    }

    @Override
    public void onEnding(Runnable doing) {
        ending.onBegin(doing);
    }

    @Override
    public boolean isEnding() {
        return ending.hasBegun();
    }
}
