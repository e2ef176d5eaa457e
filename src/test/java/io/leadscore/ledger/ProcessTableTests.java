package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTests {

    private static final long OTHER = 4_711;

    @TempDir
    Path proc;

    @BeforeEach
    void machine() throws IOException {
        write("sys/kernel/random/boot_id", "boot-one\n");
        write("sys/kernel/hostname", "ada\n");
        Files.createDirectories(proc.resolve("self/ns"));
        Files.createSymbolicLink(proc.resolve("self/ns/pid"), Path.of("pid:[1]"));
        process(ProcessHandle.current().pid(), "S", 10);
    }

    @Test
    void knowsItselfByStartAndPlaceNotByAddress() throws IOException {
        Holder self = table().self("id");

        assertThat(self.host()).isEqualTo("ada");
        assertThat(self.startTicks()).isEqualTo(10);
        assertThat(self.place()).startsWith("boot-one pid:[1] ");
        assertThat(table().isKnownDead(self)).isFalse();
    }

    @Test
    void knowsTheDeadOfItsOwnPlace() throws IOException {
        process(OTHER, "S", 20);
        Holder alive = other(20, table().self("id").place());
        assertThat(table().isKnownDead(alive)).isFalse();

        process(OTHER, "T", 20);
        assertThat(table().isKnownDead(alive)).as("standing still").isFalse();
        process(OTHER, "Z", 20);
        assertThat(table().isKnownDead(alive)).as("not buried yet").isTrue();
        process(OTHER, "S", 21);
        assertThat(table().isKnownDead(alive)).as("its number taken by another").isTrue();
        Files.delete(proc.resolve(OTHER + "/stat"));
        Files.delete(proc.resolve(Long.toString(OTHER)));
        assertThat(table().isKnownDead(alive)).as("gone").isTrue();
    }

    @Test
    void knowsNothingOfOtherPlaces() throws IOException {
        Holder gone = other(20, table().self("id").place());
        assertThat(table().isKnownDead(gone)).isTrue();

        Files.delete(proc.resolve("self/ns/pid"));
        Files.createSymbolicLink(proc.resolve("self/ns/pid"), Path.of("pid:[2]"));
        assertThat(table().isKnownDead(gone)).as("another namespace").isFalse();
        assertThat(table().isKnownDead(other(0, ""))).isFalse();
    }

    @Test
    void knowsNobodyToBeDeadWhereTheSystemHidesItsBoot() throws IOException {
        Files.delete(proc.resolve("sys/kernel/random/boot_id"));
        Holder self = table().self("id");

        assertThat(self.place()).isEmpty();
        assertThat(table().isKnownDead(other(20, self.place()))).isFalse();
    }

    @Test
    void readsTheRealOne() {
        Holder self = ProcessTable.ofSystem().self("id");

        assertThat(ProcessTable.ofSystem().isKnownDead(self)).isFalse();
        Holder reused = new Holder(self.host(), self.pid(), self.startTicks() + 1, self.place(), "dead");
        assertThat(ProcessTable.ofSystem().isKnownDead(reused))
                .isEqualTo(!self.place().isEmpty());
    }

    private ProcessTable table() {
        return new ProcessTable(proc);
    }

    private static Holder other(long startTicks, String place) {
        return new Holder("ada", OTHER, startTicks, place, "other");
    }

    /** The name holds what would mislead a reader that counts spaces and brackets. */
    private void process(long pid, String state, long startTicks) throws IOException {
        write(pid + "/stat", pid + " (a) S (b c) " + state + " 1".repeat(18) + " " + startTicks + " 0 0\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = proc.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
