package io.leadscore.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.tools.Server;

/** How processes of one machine reach the same encrypted database file. */
final class H2Access {

    static final String USER = "leadscore";

    /**
     * Threads that wait for each other's rows wait up to 20 s. H2's own log would hold statements and their errors in
     * plain text beside the encrypted file.
     */
    static final String OPTIONS = ";CIPHER=AES;LOCK_TIMEOUT=20000;TRACE_LEVEL_FILE=0";

    /** The only name that the owner's server knows; it stands for the one file. */
    private static final String NAME = "leadscore";

    private static final String LOOPBACK = "127.0.0.1";

    static {
        // H2 listens on every interface unless this is set before its classes load.
        System.setProperty("h2.bindAddress", LOOPBACK);
    }

    private H2Access() {}

    /** Makes sure that this class is loaded before any of H2's. */
    static void prepare() {}

    /** Serves the one database, on a free port of the loopback interface, to those who have the key. */
    static Server serve(HomeFolder home) throws SQLException {
        return Server.createTcpServer(
                        "-tcpPort",
                        "0",
                        "-tcpDaemon",
                        "-ifExists",
                        "-key",
                        NAME,
                        home.database().toString())
                .start();
    }

    /** Connects to the owner. */
    static HikariDataSource connect(Owner owner, EncryptionKey key) throws SQLException {
        String url = "jdbc:h2:tcp://" + LOOPBACK + ":" + owner.port() + "/" + NAME + OPTIONS;
        // The pool would retry for half a minute where one attempt tells.
        DriverManager.getConnection(url, USER, key.password()).close();
        return Pool.open(url, USER, key.password(), new Properties());
    }
}
