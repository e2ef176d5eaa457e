package io.leadscore.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Makes connection pools that are cheap to start: one connection at first, more as they are needed. */
final class Pool {

    private static final int MOST = 16;

    private Pool() {}

    static HikariDataSource open(String url, @Nullable String user, @Nullable String password, Properties more) {
        return open(url, user, password, more, null);
    }

    /** @param greeting a statement that each new connection begins with */
    static HikariDataSource open(
            String url, @Nullable String user, @Nullable String password, Properties more, @Nullable String greeting) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setDataSourceProperties(more);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(1);
        config.setConnectionInitSql(greeting);
        return new HikariDataSource(config);
    }
}
