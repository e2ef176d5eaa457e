package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTests {

    @Test
    void looksWithoutLeavingAnything(@TempDir Path home) throws IOException {
        Files.write(home.resolve("leadscore.mv.db"), new byte[5_000]);

        DiskSpace space = DiskSpace.of(LedgerSettings.file(home, null));

        assertThat(space.writable()).isTrue();
        assertThat(space.database()).isEqualTo(5_000);
        assertThat(space.free()).isPositive();
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void wantsRoomForACopyAndNeverLessThanAGigabyte() {
        assertThat(new DiskSpace(0, 10, true).wanted()).isEqualTo(1L << 30);
        assertThat(new DiskSpace(0, 3L << 30, true).wanted()).isEqualTo(6L << 30);
        assertThat(DiskSpace.megabytes(1_500_000_000)).isEqualTo("1,431 MB");
    }

    @Test
    void findsAFullDiskHoweverDeep() {
        IOException full = new IOException("No space left on device");

        LedgerException found = LedgerException.ofDisk(new IllegalStateException(new UncheckedIOException(full)));

        assertThat(found).hasMessage("The disk of LEAD_SCORE_HOME is full.");
        assertThat(LedgerException.ofDisk(new IllegalStateException(new SQLException("closed", "90098", 90_098))))
                .hasMessageContaining("closed itself");
        assertThat(LedgerException.ofDisk(new IllegalStateException("something else")))
                .isNull();
    }
}
