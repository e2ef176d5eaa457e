package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTlsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.com/leads",
                "jdbc:postgresql://10.0.0.7:5433/leads?user=ada",
                "jdbc:postgresql://localhost,db.example.com/leads",
                "jdbc:postgresql://db.example.com/leads?ssl=false",
                "jdbc:postgresql://localhost.example.com/leads"
            })
    void asksTheServerToProveWhoItIs(String url) {
        ServerTls tls = ServerTls.of(url);

        assertThat(tls.options()).containsEntry("sslmode", "verify-full");
        assertThat(tls.isSafe()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/leads",
                "jdbc:postgresql://127.0.0.1:5433/leads",
                "jdbc:postgresql://[::1]/leads",
                "jdbc:postgresql:leads",
                "jdbc:postgresql:///leads"
            })
    void asksForNothingOnThisMachine(String url) {
        ServerTls tls = ServerTls.of(url);

        assertThat(tls.mode()).isEqualTo("prefer");
        assertThat(tls.isSafe()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"disable,false", "require,false", "verify-ca,false", "verify-full,true"})
    void isWeakerOnlyWhenTheUrlSaysSo(String mode, boolean safe) {
        ServerTls tls = ServerTls.of("jdbc:postgresql://db.example.com/leads?sslmode=" + mode);

        assertThat(tls.mode()).isEqualTo(mode);
        assertThat(tls.options()).doesNotContainKey("sslmode");
        assertThat(tls.isSafe()).isEqualTo(safe);
    }
}
