package io.leadscore.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * How the connection to a PostgreSQL server is protected: with a certificate that is checked, unless the server is on this
 * machine or the URL says something else by {@code sslmode}.
 *
 * @param mode the driver's {@code sslmode}
 * @param here whether the server is on this machine
 * @param options what the driver is to be told besides the URL
 */
record ServerTls(String mode, boolean here, Properties options) {

    private static final String FULL = "verify-full";

    /** Trusts the authorities that Java trusts, where the driver's own file of authorities is missing. */
    private static final String AUTHORITIES_OF_JAVA = "org.postgresql.ssl.DefaultJavaSSLFactory";

    static ServerTls of(String url) {
        Properties said = parsed(url);
        boolean here = isHere(said);
        Properties options = new Properties();
        String mode = PGProperty.SSL_MODE.getOrNull(said);
        if (mode == null) {
            mode = here ? "prefer" : FULL;
            PGProperty.SSL_MODE.set(options, mode);
        }
        if (mode.startsWith("verify-")
                && !PGProperty.SSL_ROOT_CERT.isPresent(said)
                && !PGProperty.SSL_FACTORY.isPresent(said)
                && !Files.exists(Path.of(System.getProperty("user.home"), ".postgresql", "root.crt"))) {
            PGProperty.SSL_FACTORY.set(options, AUTHORITIES_OF_JAVA);
        }
        return new ServerTls(mode, here, options);
    }

    /** Whether nobody on the way can listen, or answer in the server's place. */
    boolean isSafe() {
        return here || mode.equals(FULL);
    }

    private static boolean isHere(Properties said) {
        if (PGProperty.SOCKET_FACTORY.isPresent(said)) {
            return true;
        }
        for (String host : String.valueOf(PGProperty.PG_HOST.getOrDefault(said)).split(",", -1)) {
            if (!host.matches("|localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[?::1]?|/.*")) {
                return false;
            }
        }
        return true;
    }

    private static Properties parsed(String url) {
        Properties parsed = Driver.parseURL(url, null);
        return parsed == null ? new Properties() : parsed;
    }
}
