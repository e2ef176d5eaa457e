package io.leadscore.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Looks at the database as an operator has to know it. Thread-safe. */
public final class DatabaseCheck {

    private final Statements statements;
    private final @Nullable String url;
    private final InstantSource clock;

    DatabaseCheck(Statements statements, @Nullable String url, InstantSource clock) {
        this.statements = statements;
        this.url = url;
        this.clock = clock;
    }

    /** Whether it is a server, with a clock and a network of its own. */
    public boolean isServer() {
        return url != null;
    }

    /** How far the database's clock is ahead of this machine's; negative when it is behind. Good to the call's time. */
    public Duration clockAhead() {
        Instant before = clock.instant();
        Instant there =
                statements.query("SELECT " + Leases.NOW, to -> {}, Row::instant).get(0);
        Duration call = Duration.between(before, clock.instant());
        return Duration.between(before.plus(call.dividedBy(2)), there);
    }

    /** How the way to the server is protected, in a sentence. */
    public String transport() {
        ServerTls tls = ServerTls.of(String.valueOf(url));
        boolean encrypted = statements
                .query(
                        "SELECT CASE WHEN ssl THEN 1 ELSE 0 END FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
                        to -> {},
                        row -> row.number() == 1)
                .contains(true);
        String protection;
        if (tls.here()) {
            protection = "the server is on this machine";
        } else if (tls.isSafe()) {
            protection = "the server's certificate and name are checked";
        } else {
            protection = "the server's name is not checked, as LEAD_SCORE_DB_URL says (sslmode=" + tls.mode() + ")";
        }
        return (encrypted ? "TLS is on; " : "TLS is off; ") + protection
                + "; encryption at rest is the server's business";
    }

    /** Whether nobody on the way to the server can listen, or answer in its place. */
    public boolean isSafe() {
        return ServerTls.of(String.valueOf(url)).isSafe();
    }
}
