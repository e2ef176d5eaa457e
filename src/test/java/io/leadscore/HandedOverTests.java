package io.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.door.Door;
import io.leadscore.door.Host;
import io.leadscore.door.Visit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command costs that another process carries out is, above all, the classes that it loads. */
class HandedOverTests {

    private static final Set<String> ROOMS_ON_THE_WAY =
            Set.of("io.leadscore", "io.leadscore.door", "io.leadscore.settings");

    /** Today 29; each one more is half a millisecond that somebody waits for. */
    private static final int MOST_OF_OURS = 35;

    @TempDir
    Path folder;

    @Test
    void loadsNothingButTheWayToTheDoor() throws Exception {
        Files.writeString(
                folder.resolve(".env"), "HUBSPOT_ACCESS_TOKEN='pat' # of the account\nLEAD_SCORE_HOME=\"home\"\n");
        Path home = Files.createDirectory(folder.resolve("home"));
        Set<String> loaded;
        try (Door door = Door.open(home, new Echo())) {
            assertThat(said("explain", "7")).isEqualTo("carried out: explain 7\n");
            assertThat(door.visits()).isNotNegative();
            loaded = loaded();
        }

        Set<String> others = loaded.stream()
                .filter(name -> !isOfJava(name) && !ROOMS_ON_THE_WAY.contains(packageOf(name)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others).isEmpty();
        assertThat(loaded.stream().filter(name -> name.startsWith("io.leadscore") && !name.contains("$$")))
                .contains("io.leadscore.door.Call")
                .hasSizeLessThanOrEqualTo(MOST_OF_OURS);
    }

    @Test
    void looksForNoPatternAndSetsUpNoStream() throws Exception {
        Files.writeString(folder.resolve(".env"), "export LEAD_SCORE_HOME=home # here\n");
        Path home = Files.createDirectory(folder.resolve("home"));
        Set<String> loaded;
        try (Door door = Door.open(home, new Echo())) {
            assertThat(said("runs")).isEqualTo("carried out: runs\n");
            assertThat(door.visits()).isNotNegative();
            loaded = loaded();
        }

        assertThat(loaded)
                .noneMatch(name -> name.startsWith("java.util.regex.Matcher"))
                .noneMatch(name -> name.startsWith("java.util.stream.ReferencePipeline$"));
    }

    private String said(String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Xlog:class+load=info:file=loaded.log:none",
                "-cp",
                System.getProperty("java.class.path"),
                Leadscore.class.getName()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LEAD_SCORE_") || name.startsWith("JAVA_"));
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private Set<String> loaded() throws IOException {
        try (var lines = Files.lines(folder.resolve("loaded.log"))) {
            return lines.map(line -> line.split(" ", 2)[0]).collect(Collectors.toSet());
        }
    }

    private static boolean isOfJava(String name) {
        return name.startsWith("java.")
                || name.startsWith("javax.security.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.")
                || name.startsWith("com.sun.");
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** An owner that says what it was asked to do. */
    private record Echo() implements Host {

        @Override
        public boolean isHeavy(List<String> arguments) {
            return false;
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("HUBSPOT_ACCESS_TOKEN", "pat");
        }

        @Override
        public int carryOut(Visit visit) {
            try {
                visit.out()
                        .write(("carried out: " + String.join(" ", visit.arguments()) + "\n")
                                .getBytes(StandardCharsets.UTF_8));
                return 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
