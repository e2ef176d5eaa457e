package io.leadscore.ledger;

/**
 * The process that holds a lease.
 *
 * @param host name of its machine, for people only: it tells nobody apart
 * @param pid its process id in its namespace
 * @param startTicks when it started, in clock ticks since its machine's boot; 0 where that is not known
 * @param place what it shares with those that see whether it lives; empty where that is not known
 * @param id tells it from every other process, and names its connections on PostgreSQL
 */
public record Holder(String host, long pid, long startTicks, String place, String id) {

    /** For people. */
    public String name() {
        return "process " + pid + " on " + host;
    }
}
