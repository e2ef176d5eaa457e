package io.leadscore.cli;

import io.leadscore.ledger.DatabaseCheck;
import java.time.Duration;
import java.util.List;

/** What a database server is to be asked besides whether it answers. */
final class DatabaseCheckup {

    /** From here on servers that share a database doubt each other. */
    private static final Duration ODD = Duration.ofSeconds(5);

    /** From here on they take each other for dead. */
    private static final Duration WRONG = Duration.ofSeconds(7);

    private DatabaseCheckup() {}

    static List<Finding> run(DatabaseCheck check) {
        return check.isServer() ? List.of(transport(check), clock(check.clockAhead())) : List.of();
    }

    private static Finding transport(DatabaseCheck check) {
        return check.isSafe()
                ? Finding.ok("database server", check.transport())
                : Finding.warn(
                        "database server",
                        check.transport() + ".",
                        "Take sslmode out of LEAD_SCORE_DB_URL, so that the server has to prove who it is.");
    }

    static Finding clock(Duration ahead) {
        Duration off = ahead.abs();
        String sentence =
                "its clock is " + Took.of(off) + (ahead.isNegative() ? " behind" : " ahead of") + " this one's";
        if (off.compareTo(ODD) <= 0) {
            return Finding.ok(
                    "database server", off.compareTo(Duration.ofSeconds(1)) < 0 ? "its clock is right" : sentence);
        }
        String advice =
                "Keep the clocks of this machine and of the server right (NTP): servers that share a database and"
                        + " differ take each other for dead.";
        return off.compareTo(WRONG) < 0
                ? Finding.warn("database server", sentence + ".", advice)
                : Finding.fail("database server", new Failure(ExitCode.CONFIGURATION_WRONG, sentence + ".", advice));
    }
}
