package io.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own each, with a real pipe. */
class OutOfMemoryTests {

    @TempDir
    private Path folder;

    private Path pipe;

    @BeforeEach
    void makeAPipe() throws Exception {
        pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
    }

    @Test
    void endsWithOneAndASentence() throws Exception {
        Process process = start("waits");

        Files.writeString(pipe, "x");

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .matches("""
                        Leadscore ran out of memory: it may use 6[0-4] MB.
                        Allow it more, for example LEADSCORE_JAVA_OPTS=-Xmx1g; the next run goes on from there.
                        """);
    }

    @Test
    void isNotInTheWayOfAProcessThatEnds() throws Exception {
        Process process = start("ends");

        assertThat(process.waitFor()).isEqualTo(7);
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("[]");
    }

    private Process start(String what) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC"));
        command.add("-Dleadscore.oom=" + pipe);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Watched.class.getName(), what));
        return new ProcessBuilder(command).start();
    }

    /** Stands for Leadscore in a process of its own. */
    static final class Watched {

        private Watched() {}

        public static void main(String[] what) throws InterruptedException {
            OutOfMemory watch = Objects.requireNonNull(OutOfMemory.endsTheProcess());
            if (what[0].equals("waits")) {
                Thread.currentThread().join();
            }
            watch.callBack();
            System.out.print(Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter("out-of-memory"::equals)
                    .toList());
            System.exit(7);
        }
    }
}
