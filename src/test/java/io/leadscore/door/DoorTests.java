package io.leadscore.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTests {

    private final Path home;
    private final TestHost host = new TestHost();
    private final Door door;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    DoorTests(@TempDir Path home) throws IOException {
        this.home = home;
        this.door = Door.open(home, host);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void carriesOutWhatIsAskedAndTellsTheExitCode() throws CallFailed {
        assertThat(call("say", "explain", "--name=Zoë", "")).isEqualTo(7);

        assertThat(out).hasToString("explain|--name=Zoë|\n");
        assertThat(err).hasToString("");
    }

    @Test
    void streamsMoreThanAFrame() throws CallFailed {
        assertThat(call("much")).isEqualTo(7);

        assertThat(out.size()).isEqualTo(1_000_001);
    }

    @Test
    void knowsTheCallerFromTheKernel() throws CallFailed {
        assertThat(new Caller(home, home, out, err).call(List.of("user"), true, Map.of()))
                .isEqualTo(7);

        assertThat(out).hasToString(System.getProperty("user.name") + " true\n");
    }

    @Test
    void tellsWhichSettingsDifferWithoutTellingThem() throws CallFailed {
        new Caller(home, home, out, err)
                .call(List.of("differ"), false, Map.of("TOKEN", "the caller's", "LIMIT", "4", "OTHER", "1"));

        assertThat(out).hasToString("[OTHER, TOKEN]\n");
    }

    @Test
    void readsAFileThatTheCommandLineNames() throws Exception {
        Path folder = Files.createDirectory(home.resolve("elsewhere"));
        Files.writeString(folder.resolve("draft.yml"), "draft: ä\n".repeat(20_000));

        new Caller(home, folder, out, err).call(List.of("read", "draft.yml"), false, Map.of());

        assertThat(out).hasToString("draft: ä\n".repeat(20_000));
    }

    @Test
    void readsNoFileThatTheCommandLineDoesNotName() throws Exception {
        Files.writeString(home.resolve("secret"), "secret");
        List<Frame> heard = Collections.synchronizedList(new ArrayList<>());
        try (ServerSocketChannel owner = listenInstead()) {
            Thread curious = new Thread(() -> play(owner, heard));
            curious.start();

            call("read", "draft.yml");

            curious.join();
        }
        assertThat(heard).extracting(Frame::kind).containsExactly(Frame.Kind.REQUEST, Frame.Kind.MISSING);
    }

    private static void play(ServerSocketChannel owner, List<Frame> heard) {
        try (Wire wire = new Wire(owner.accept())) {
            wire.write(new Frame(Frame.Kind.WELCOME, new byte[] {0, 0, 0, Wire.VERSION}));
            heard.add(wire.read());
            wire.write(new Frame(Frame.Kind.ASK, "secret".getBytes(StandardCharsets.UTF_8)));
            heard.add(wire.read());
            wire.write(new Frame(Frame.Kind.EXIT, new byte[Integer.BYTES]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysThatAFileCannotBeRead() throws CallFailed {
        call("read", "missing.yml");

        assertThat(err).hasToString("missing.yml\n");
    }

    @Test
    void outlivesACommandThatFails() throws CallFailed {
        assertThat(call("fail")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("IllegalStateException")
                .doesNotContain("fault");

        assertThat(call("say", "still here")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7fffffff52",
                "ffffffff52",
                "0000001052",
                "00000000ff",
                "0000000052",
                "0000000452ffffffff",
                "0000000952000000017fffffff",
                "00000011157ffffff0"
            })
    void throwsOutWhoeverSendsNoRequest(String hex) throws Exception {
        try (SocketChannel stranger = connected()) {
            ByteBuffer welcome = ByteBuffer.allocate(9);
            while (welcome.hasRemaining()) {
                assertThat(stranger.read(welcome)).isPositive();
            }
            stranger.write(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
            stranger.shutdownOutput();

            assertThat(isClosed(stranger)).isTrue();
        }
        assertThat(call("say", "still here")).isEqualTo(7);
    }

    /** Closed after the last byte, or thrown away with bytes that nobody read. */
    private static boolean isClosed(SocketChannel channel) {
        try {
            return channel.read(ByteBuffer.allocate(1)) == -1;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void answersBesideThoseThatSayNothing() throws Exception {
        List<SocketChannel> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                silent.add(connected());
            }
            assertThat(call("say", "still here")).isEqualTo(7);
            while (door.visits() > 10) {
                Thread.onSpinWait();
            }

            for (int i = 0; i < 90; i++) {
                silent.add(connected());
            }
            assertThat(call("say", "no room")).isNull();
        } finally {
            for (SocketChannel channel : silent) {
                channel.close();
            }
        }
        while (door.visits() > 0) {
            Thread.onSpinWait();
        }
        assertThat(call("say", "room again")).isEqualTo(7);
    }

    @Test
    void carriesOutOneHeavyCommandAtATime() throws Exception {
        try (SocketChannel channel = connected()) {
            Wire wire = new Wire(channel);
            wire.read();
            wire.write(new Frame(Frame.Kind.REQUEST, request("wait", "heavy")));
            host.waiting.await();

            assertThat(call("say", "heavy")).isEqualTo(75);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("another long command");
            assertThat(call("say", "light")).isEqualTo(7);
        }
        host.ended.await();
    }

    @Test
    void endsACommandWhoseCallerCancels() throws Exception {
        try (SocketChannel channel = connected()) {
            Wire wire = new Wire(channel);
            wire.read();
            wire.write(new Frame(Frame.Kind.REQUEST, request("wait")));
            host.waiting.await();

            wire.write(Frame.of(Frame.Kind.CANCEL));

            host.ended.await();
            Frame frame = wire.read();
            while (frame != null && frame.kind() == Frame.Kind.ALIVE) {
                frame = wire.read();
            }
            assertThat(Caller.number(Objects.requireNonNull(frame))).isEqualTo(7);
        }
    }

    @Test
    void endsACommandWhoseCallerIsGone() throws Exception {
        try (SocketChannel channel = connected()) {
            Wire wire = new Wire(channel);
            wire.read();
            wire.write(new Frame(Frame.Kind.REQUEST, request("wait")));
            host.waiting.await();
        }

        assertThat(host.ended.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void letsCommandsEndWhenItIsClosed() throws Exception {
        try (SocketChannel channel = connected()) {
            Wire wire = new Wire(channel);
            wire.read();
            wire.write(new Frame(Frame.Kind.REQUEST, request("wait")));
            host.waiting.await();

            door.close();
            door.awaitVisits();

            assertThat(host.ended.getCount()).isZero();
            assertThat(call("say", "too late")).isNull();
        }
    }

    @Test
    void refusesALineThatIsTooLong() {
        assertThatThrownBy(() -> call("say", "x".repeat(60_000))).isInstanceOfSatisfying(CallFailed.class, failure -> {
            assertThat(failure.exitCode()).isEqualTo(64);
            assertThat(failure).hasMessageContaining("too long");
        });
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        assertThat(permissions(home.resolve("door"))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("door/socket"))).isEqualTo("rw-------");
    }

    @Test
    void takesBackAFolderThatWasOpenToOthers() throws IOException {
        door.close();
        Files.setPosixFilePermissions(home.resolve("door"), PosixFilePermissions.fromString("rwxrwxrwx"));

        try (Door again = Door.open(home, host)) {
            assertThat(again.visits()).isZero();
            assertThat(permissions(home.resolve("door"))).isEqualTo("rwx------");
        }
    }

    @Test
    void replacesTheSocketOfAnOwnerThatWasKilled() throws Exception {
        listenInstead().close();
        assertThat(home.resolve("door/socket")).exists();
        assertThat(call("say", "nobody")).isNull();

        try (Door next = Door.open(home, host)) {
            assertThat(next.visits()).isZero();
            assertThat(call("say", "the next one")).isEqualTo(7);
        }
    }

    @Test
    void isFoundInAHomeWhosePathIsLong(@TempDir Path folder) throws Exception {
        Path deep = folder.resolve("d".repeat(150)).resolve("é".repeat(80));
        Files.createDirectories(deep);

        try (Door there = Door.open(deep, host)) {
            assertThat(there.visits()).isZero();
            assertThat(new Caller(deep, deep, out, err).call(List.of("say", "deep"), false, Map.of()))
                    .isEqualTo(7);
        }
        assertThat(out).hasToString("deep\n");
    }

    @Test
    void findsNobodyWhereNobodyIs(@TempDir Path other) throws CallFailed {
        assertThat(new Caller(other, other, out, err).call(List.of("say"), false, Map.of()))
                .isNull();
    }

    private @Nullable Integer call(String... arguments) throws CallFailed {
        return new Caller(home, home, out, err).call(List.of(arguments), false, Map.of());
    }

    private SocketChannel connected() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        Doorway.of(home).address(channel::connect);
        return channel;
    }

    /** Somebody else listens where the owner did. */
    private ServerSocketChannel listenInstead() throws IOException {
        door.close();
        ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        Doorway.of(home).address(other::bind);
        return other;
    }

    private static byte[] request(String... arguments) throws IOException {
        return new Request(List.of(arguments), false, HiddenSettings.of(Map.of(), HiddenSettings.salt(1))).encoded();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
