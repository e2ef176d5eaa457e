package io.leadscore.door;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The caller's side: hands a command over to the process that owns the home, and shows what comes back. Loads no more
 * classes than it must, because somebody waits for it.
 */
public final class Caller {

    private static final int LONGEST_ARGUMENTS = 48 * 1024;
    private static final int USAGE = 64;

    private final Path home;
    private final Path workingFolder;
    private final OutputStream out;
    private final OutputStream err;

    /**
     * @param home the home that the command is about
     * @param workingFolder what the command's relative paths are relative to
     * @param out where results go
     * @param err where progress and errors go
     */
    public Caller(Path home, Path workingFolder, OutputStream out, OutputStream err) {
        this.home = home;
        this.workingFolder = workingFolder;
        this.out = out;
        this.err = err;
    }

    /**
     * Has a command carried out.
     *
     * @param settings the caller's own settings, of which salted hashes are sent
     * @return the exit code; null when nobody is there who would carry it out now
     * @throws CallFailed when somebody is, but it was not carried out to its end
     */
    public @Nullable Integer call(List<String> arguments, boolean interactive, Map<String, String> settings)
            throws CallFailed {
        Doorway doorway = Doorway.of(home);
        if (!Files.exists(doorway.socket(), LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        byte[] request = request(arguments, interactive, settings);
        BuiltInSelectors.choose();
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Silence silence = Silence.watch(channel, home);
            try {
                doorway.address(channel::connect);
            } catch (IOException nobody) {
                silence.refuseIfOver();
                return null;
            }
            refuseStranger(channel);
            return new Call(new Wire(channel), silence, arguments, workingFolder, out, err).carryOut(request);
        } catch (IOException broken) {
            throw new CallFailed(
                    1,
                    "The command cannot be handed over in " + home + " ("
                            + broken.getClass().getSimpleName() + ").",
                    "Repeat it; if that does not help, look into logs/leadscore.log of that folder.");
        }
    }

    private static byte[] request(List<String> arguments, boolean interactive, Map<String, String> settings)
            throws CallFailed {
        int length = 0;
        for (String argument : arguments) {
            length += argument.length();
        }
        if (arguments.size() > Request.MOST_ARGUMENTS || length > LONGEST_ARGUMENTS) {
            throw new CallFailed(
                    USAGE, "The command line is too long.", "Give fewer arguments at a time, in several commands.");
        }
        HiddenSettings hidden = HiddenSettings.of(settings, HiddenSettings.salt(System.nanoTime()));
        try {
            byte[] bytes = new Request(arguments, interactive, hidden).encoded();
            if (bytes.length <= Frame.MOST_BYTES) {
                return bytes;
            }
        } catch (IOException unencodable) {
            throw new IllegalStateException("Bytes in memory can always be written", unencodable);
        }
        throw new CallFailed(
                USAGE, "The command line is too long.", "Give fewer arguments at a time, in several commands.");
    }

    /** Nothing is said to a process that could not have been started by whom the home belongs to. */
    private void refuseStranger(SocketChannel channel) throws IOException, CallFailed {
        Accounts accounts = Accounts.ofThisProcess();
        UserPrincipal peer = Accounts.peer(channel);
        boolean servesRoot = accounts.isRoot() && peer.equals(Files.getOwner(home));
        if (!accounts.trusts(peer) && !servesRoot) {
            throw new CallFailed(
                    78,
                    "The process that listens in " + home + " belongs to " + peer.getName()
                            + ", who is neither you nor the home's owner.",
                    "Find out what it is: sudo ss -xlp | grep door.");
        }
    }

    /** The exit code in a frame's body. */
    static int number(Frame frame) throws IOException {
        if (frame.body().length != Integer.BYTES) {
            throw new IOException("No number");
        }
        return ByteBuffer.wrap(frame.body()).getInt();
    }
}
