package io.leadscore.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With another user of the machine, for real; only root can start processes as somebody else. */
class StrangerTests {

    private static final String NOBODY = "65534";

    private final Path folder;
    private final Path home;

    /** Not a folder of JUnit's, into which nobody else may look. */
    StrangerTests() throws IOException {
        this.folder = Files.createTempDirectory("stranger");
        this.home = Files.createDirectory(folder.resolve("home"));
    }

    @BeforeEach
    void letTheStrangerLook() throws IOException {
        assumeTrue(Accounts.ofThisProcess().isRoot() && Files.exists(Path.of("/usr/bin/setpriv")), "needs root");
        mode(folder, "rwxr-xr-x");
        mode(home, "rwxr-xr-x");
        String type = Stranger.class.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve(type);
        Files.createDirectories(copy.getParent());
        try (InputStream in = Stranger.class.getResourceAsStream("/" + type)) {
            Files.copy(Objects.requireNonNull(in), copy);
        }
        try (var paths = Files.walk(folder.resolve("io"))) {
            for (Path path : paths.toList()) {
                mode(path, "rwxr-xr-x");
            }
        }
    }

    @AfterEach
    void clear() throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void cannotConnect() throws Exception {
        try (Door door = Door.open(home, new TestHost())) {
            assertThat(said(stranger("connect"))).doesNotContain("13");
            assertThat(door.visits()).isZero();

            // Even if somebody took the walls down, the kernel tells who comes.
            mode(home.resolve("door"), "rwxrwxrwx");
            mode(home.resolve("door/socket"), "rwxrwxrwx");
            assertThat(said(stranger("connect"))).isEqualTo("-1");
        }
    }

    @Test
    void hearsNothingWhenItListensInPlaceOfTheOwner() throws Exception {
        Doorway.of(home).prepare();
        mode(home.resolve("door"), "rwxrwxrwx");
        Process impostor = stranger("listen");
        try (BufferedReader output = impostor.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("ready");
            Caller caller = new Caller(home, home, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());

            assertThatThrownBy(() -> caller.call(List.of("runs"), false, Map.of()))
                    .isInstanceOfSatisfying(CallFailed.class, failure -> assertThat(failure.exitCode())
                            .isEqualTo(78))
                    .hasMessageContaining("belongs to nobody");

            assertThat(output.readLine()).isEqualTo("-1");
        } finally {
            impostor.destroyForcibly();
        }
    }

    private Process stranger(String what) throws IOException {
        return new ProcessBuilder(
                        "/usr/bin/setpriv",
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder.toString(),
                        Stranger.class.getName(),
                        what,
                        home.resolve("door/socket").toString())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String said(Process process) throws IOException {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            return String.join("\n", output.lines().toList());
        }
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
