package io.leadscore.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The process that has the database open.
 *
 * @param pid its process id
 * @param role what it does
 */
public record Owner(long pid, String role) {

    private static final String FILE = "leadscore.owner";

    /** Where a home names its owner. */
    public static Path file(Path home) {
        return home.resolve(FILE);
    }

    /** What the owner's file says; null when there is none, or none that is whole. */
    public static @Nullable Owner read(Path file) throws IOException {
        try {
            String pid = "";
            String role = "";
            for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
                pid = line.startsWith("pid=") ? line.substring("pid=".length()) : pid;
                role = line.startsWith("role=") ? line.substring("role=".length()) : role;
            }
            return role.matches("[A-Z]+") ? new Owner(Long.parseLong(pid), role) : null;
        } catch (NoSuchFileException | IllegalArgumentException unknown) {
            return null;
        }
    }

    /** Who a home's file says is its owner; null when none can be read. */
    static @Nullable Owner of(Path home) {
        try {
            return read(file(home));
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** The file's content. */
    public String text() {
        return "pid=" + pid + "\nrole=" + role + "\n";
    }

    /** Whether it exists, and was stopped, by SIGSTOP for example: it keeps the database and does nothing. */
    public boolean isStopped() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            String state = stat.substring(stat.lastIndexOf(')') + 1).strip();
            return state.startsWith("T") || state.startsWith("t");
        } catch (IOException | StringIndexOutOfBoundsException unknown) {
            return false;
        }
    }

    /** For sentences: {@code process 123 (serve)}. */
    @Override
    public String toString() {
        return "process " + pid + " (" + role.toLowerCase(Locale.ROOT) + ")";
    }
}
