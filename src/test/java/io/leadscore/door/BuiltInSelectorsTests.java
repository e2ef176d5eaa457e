package io.leadscore.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltInSelectorsTests {

    /** What the child process does: opens a channel as a caller does, and says whose it is. */
    static final class Opening {

        private Opening() {}

        public static void main(String[] arguments) throws IOException {
            if (arguments.length > 0) {
                BuiltInSelectors.choose();
            }
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                System.out.print(channel.provider().getClass().getName());
            }
        }
    }

    @TempDir
    Path folder;

    @Test
    void noJarOfTheClassPathIsSearchedForOthers() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        Path naming = jarThatNamesAnotherProvider();

        assertThat(opened(naming)).contains("no.such.Provider");
        assertThat(opened(naming, "choose")).isEqualTo("sun.nio.ch.EPollSelectorProvider");
    }

    @Test
    void aChoiceOfTheUsersStays() throws Exception {
        assertThat(opened(List.of("-D" + BuiltInSelectors.PROPERTY + "=my.own.Provider"), folder, "choose"))
                .contains("my.own.Provider");
    }

    private Path jarThatNamesAnotherProvider() throws IOException {
        Path jar = folder.resolve("other.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/" + BuiltInSelectors.PROPERTY));
            out.write("no.such.Provider\n".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return jar;
    }

    private static String opened(Path besides, String... arguments) throws Exception {
        return opened(List.of(), besides, arguments);
    }

    private static String opened(List<String> options, Path besides, String... arguments) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Xshare:auto");
        line.addAll(options);
        line.addAll(List.of(
                "-cp",
                placeOf(Opening.class)
                        + File.pathSeparator
                        + placeOf(BuiltInSelectors.class)
                        + File.pathSeparator
                        + besides,
                Opening.class.getName()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static Path placeOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
