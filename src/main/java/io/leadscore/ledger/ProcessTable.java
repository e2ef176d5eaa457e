package io.leadscore.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the operating system tells of processes, by its {@code /proc}. Start times are counted from the boot, so that no
 * correction of the clock changes them. Where nothing is told (another system, a sandbox that hides it), nobody is known to
 * be dead. Thread-safe.
 */
final class ProcessTable {

    /** After the name, which may hold anything and ends with the last bracket, the state is the first field. */
    private static final int START_FIELD = 19;

    private final Path proc;

    ProcessTable(Path proc) {
        this.proc = proc;
    }

    static ProcessTable ofSystem() {
        return new ProcessTable(Path.of("/proc"));
    }

    /** This process. */
    Holder self(String id) {
        long pid = ProcessHandle.current().pid();
        Entry process = find(pid);
        return new Holder(host(), pid, process == null ? 0 : process.startTicks(), place(), id);
    }

    /** Whether a holder would be seen here if it lived, and is not. */
    boolean isKnownDead(Holder holder) {
        if (holder.place().isEmpty()
                || holder.startTicks() == 0
                || !holder.place().equals(place())) {
            return false;
        }
        if (Files.notExists(proc.resolve(Long.toString(holder.pid())))) {
            return true;
        }
        Entry process = find(holder.pid());
        return process != null && (process.isOver() || process.startTicks() != holder.startTicks());
    }

    /** Boot, namespace of process ids, and user; empty unless all of them are told. */
    private String place() {
        try {
            String boot =
                    Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
            Path namespace = Files.readSymbolicLink(proc.resolve("self/ns/pid"));
            Object user = Files.getAttribute(proc.resolve("self"), "unix:uid");
            return boot + " " + namespace + " " + user;
        } catch (IOException | RuntimeException hidden) {
            return "";
        }
    }

    /** Never by asking for the address: a name that does not resolve is no error. */
    private String host() {
        try {
            return Files.readString(proc.resolve("sys/kernel/hostname")).strip();
        } catch (IOException | RuntimeException hidden) {
            return "a machine that hides its name";
        }
    }

    private record Entry(String state, long startTicks) {

        /** Killed, and only its number is still taken. */
        boolean isOver() {
            return state.equals("Z") || state.equals("X");
        }
    }

    /** The process; null when nothing can be read of it. */
    private @Nullable Entry find(long pid) {
        try {
            String stat = Files.readString(proc.resolve(Long.toString(pid)).resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return new Entry(fields[0], Long.parseLong(fields[START_FIELD]));
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }
}
