package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersHostTests {

    private final OwnersHost host = new OwnersHost(new Surroundings(
            Map.of(),
            Path.of("."),
            null,
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            () -> Instant.EPOCH));

    @ParameterizedTest
    @CsvSource({
        "run delta-scoring, true",
        "relaunch --last-failed, true",
        "backtest --profile x, true",
        "ai evaluate, true",
        "models compare 1 2, true",
        "actions plan --json, true",
        "actions list, false",
        "models, false",
        "explain 5, false",
        "--help, false"
    })
    void tellsWhatGoesThroughAllLeadsFromAGlance(String command, boolean heavy) {
        assertThat(host.isHeavy(List.of(command.split(" ")))).isEqualTo(heavy);
    }
}
