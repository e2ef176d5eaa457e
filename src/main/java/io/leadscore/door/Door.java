package io.leadscore.door;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The owner's side: lets commands of other processes in, those of the same user and of the superuser only. Whatever they
 * send, they take no more than a thread and a few kilobytes until their request is whole and right. Thread-safe.
 */
public final class Door implements AutoCloseable {

    private static final int MOST_VISITS = 16;

    /** Those beyond the visits are told to come again; beyond this they are not even told. */
    private static final int MOST_THREADS = 4 * MOST_VISITS;

    private static final int BACKLOG = 64;
    private static final long REQUEST_SECONDS = 5;

    private final Doorway doorway;
    private final ServerSocketChannel server;
    private final Host host;
    private final Accounts accounts;
    private final HeavyWork heavyWork = new HeavyWork();
    private final Set<Guest> guests = ConcurrentHashMap.newKeySet();
    private final AtomicInteger visits = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Door::timerThread);

    private Door(Doorway doorway, ServerSocketChannel server, Host host, Accounts accounts) {
        this.doorway = doorway;
        this.server = server;
        this.host = host;
        this.accounts = accounts;
    }

    /**
     * Opens the door of a home. To be called by the process that owns the home, and by no other: what an earlier owner
     * left behind is replaced.
     *
     * @throws IOException when there can be no socket
     */
    public static Door open(Path home, Host host) throws IOException {
        Doorway doorway = Doorway.of(home);
        doorway.prepare();
        Files.deleteIfExists(doorway.socket());
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            doorway.address(address -> server.bind(address, BACKLOG));
            Files.setPosixFilePermissions(doorway.socket(), PosixFilePermissions.fromString("rw-------"));
            Door door = new Door(doorway, server, host, Accounts.ofThisProcess());
            door.start(new Listening(server, door::letIn), "door");
            return door;
        } catch (IOException | RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    /** Lets nobody in any more; who is in goes on. */
    public void shut() {
        try {
            server.close();
            Files.deleteIfExists(doorway.socket());
        } catch (IOException leftBehind) {
            // The next owner replaces it.
        }
    }

    /** Lets every command that is carried out end early. */
    public void endVisits() {
        guests.forEach(Guest::end);
    }

    /** How many are in. */
    public int visits() {
        return visits.get();
    }

    /** Shuts the door and waits until those who are in have done what they came for. */
    public synchronized void awaitVisits() throws InterruptedException {
        shut();
        while (visits.get() > 0) {
            wait();
        }
    }

    /** Shuts the door and lets those who are in end early; does not wait for them. */
    @Override
    public void close() {
        shut();
        endVisits();
    }

    private void letIn(SocketChannel caller) {
        int visit = visits.incrementAndGet();
        if (visit > MOST_THREADS) {
            closed(caller);
            left();
            return;
        }
        try {
            start(() -> receive(caller, visit <= MOST_VISITS), "door-" + names.incrementAndGet());
        } catch (RuntimeException | Error notStarted) {
            left();
            throw notStarted;
        }
    }

    /** @param room told when the caller came, so that a crowd turns away no more than is too many */
    private void receive(SocketChannel caller, boolean room) {
        try (Wire wire = new Wire(caller)) {
            UserPrincipal user = Accounts.peer(caller);
            if (accounts.trusts(user)) {
                admit(wire, user.getName(), room);
            }
        } catch (IOException gone) {
            // Nothing was asked, or nobody is there to be answered.
        } finally {
            left();
        }
    }

    private void admit(Wire wire, String user, boolean room) throws IOException {
        ScheduledFuture<?> deadline = timer.schedule(() -> closed(wire), REQUEST_SECONDS, TimeUnit.SECONDS);
        Request request;
        try {
            if (!room) {
                wire.write(Frame.of(Frame.Kind.LATER));
                return;
            }
            wire.write(new Frame(
                    Frame.Kind.WELCOME,
                    ByteBuffer.allocate(Integer.BYTES).putInt(Wire.VERSION).array()));
            request = request(wire.read());
        } finally {
            deadline.cancel(false);
        }
        if (request != null) {
            serve(new Guest(wire, request, host, user));
        }
    }

    private static @Nullable Request request(@Nullable Frame frame) throws IOException {
        return frame == null || frame.kind() != Frame.Kind.REQUEST ? null : Request.decoded(frame.body());
    }

    private void serve(Guest guest) {
        guests.add(guest);
        try {
            if (!server.isOpen()) {
                guest.end();
            }
            guest.serve(heavyWork);
        } finally {
            guests.remove(guest);
        }
    }

    private synchronized void left() {
        visits.decrementAndGet();
        notifyAll();
    }

    private static void closed(Closeable wire) {
        try {
            wire.close();
        } catch (IOException gone) {
            // That was the aim.
        }
    }

    private void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static Thread timerThread(Runnable work) {
        Thread thread = new Thread(work, "door-timer");
        thread.setDaemon(true);
        return thread;
    }
}
