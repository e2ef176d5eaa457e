package io.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can only be seen in the sources: sizes, and the one sentence on each room's door. */
class SourceTests {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int MOST_LINES = 300;

    /** A comment of one sentence (a full stop, colon or semicolon inside it does not end it unless a capital follows). */
    private static final Pattern DOOR_PLATE = Pattern.compile(
            "/\\*\\*\\s+(?:(?!\\. [A-Z]|\\*/)[\\s\\S])+\\.\\s+\\*/\\s+@NullMarked\\s+package [\\s\\S]*");

    @Test
    void everyPackageSaysItsJobInOneSentence() throws IOException {
        List<Path> packages = sources().map(Path::getParent).distinct().sorted().toList();

        assertThat(packages).isNotEmpty().allSatisfy(folder -> {
            Path plate = folder.resolve("package-info.java");
            assertThat(plate).exists();
            assertThat(Files.readString(plate)).matches(DOOR_PLATE);
        });
    }

    @Test
    void noTypeIsTooBigToReadInOneGo() throws IOException {
        List<String> tooBig = sources()
                .filter(source -> lines(source) > MOST_LINES)
                .map(source -> source + ": " + lines(source) + " lines")
                .toList();

        assertThat(tooBig).isEmpty();
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static long lines(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
