package io.leadscore.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * The process that holds a lease.
 *
 * @param host name of its machine
 * @param pid its process id on that machine
 * @param processStart when it started, as its operating system says
 * @param id tells it from every other holder, also of the same process
 */
public record Holder(String host, long pid, Instant processStart, String id) {

    /** The operating system derives start times from a boot time that clock corrections may shift. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(3);

    /** This process, on this host. */
    public static Holder ofThisProcess(String host, String id) {
        ProcessHandle process = ProcessHandle.current();
        return new Holder(host, process.pid(), startOf(process), id);
    }

    /** Whether it ran on this host, and is known to run no more. */
    boolean isDeadOn(String thisHost) {
        return host.equals(thisHost)
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .map(Holder::startOf)
                        .filter(start -> start.equals(Instant.EPOCH)
                                || processStart.equals(Instant.EPOCH)
                                || Duration.between(start, processStart).abs().compareTo(START_TOLERANCE) <= 0)
                        .isEmpty();
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
