package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerLockTests {

    /** What another process does: tries, and says whether it could. */
    static final class Trying {

        private Trying() {}

        public static void main(String[] arguments) throws IOException {
            try (OwnerLock lock = OwnerLock.tryAcquire(Path.of(arguments[0]))) {
                System.out.print(lock == null ? "refused" : "taken");
            }
        }
    }

    @TempDir
    Path folder;

    @Test
    void excludesOthersAlsoAfterThisProcessHasTriedAgain() throws Exception {
        Path file = folder.resolve("lock");
        try (OwnerLock lock = OwnerLock.tryAcquire(file)) {
            assertThat(lock).isNotNull();
            assertThat(OwnerLock.tryAcquire(file)).isNull();
            Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
            assertThat(OwnerLock.tryAcquire(link.resolve("lock"))).isNull();

            assertThat(inAnotherProcess(file)).isEqualTo("refused");
        }
        assertThat(inAnotherProcess(file)).isEqualTo("taken");
        try (OwnerLock again = OwnerLock.tryAcquire(file)) {
            assertThat(again).isNotNull();
        }
    }

    private static String inAnotherProcess(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trying.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
