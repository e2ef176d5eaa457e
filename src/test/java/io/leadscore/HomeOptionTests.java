package io.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeOptionTests {

    private static final Path HERE = Path.of("/here");
    private static final Map<String, String> ENVIRONMENT = Map.of("LEAD_SCORE_HOME", "/old", "OTHER", "1");

    @Test
    void countsWhereverItStands() {
        for (List<String> line : List.of(
                List.of("--home", "there", "explain", "1"),
                List.of("explain", "--home=there", "1"),
                List.of("explain", "1", "--home", "there"))) {
            HomeOption taken = HomeOption.taken(line, ENVIRONMENT, HERE);

            assertThat(taken.arguments()).containsExactly("explain", "1");
            assertThat(taken.environment())
                    .containsEntry("LEAD_SCORE_HOME", "/here/there")
                    .containsEntry("OTHER", "1");
        }
    }

    @Test
    void leavesWhatIsNone() {
        List<String> line = List.of("actions", "retry", "--", "--home", "x");

        assertThat(HomeOption.taken(line, ENVIRONMENT, HERE)).isEqualTo(new HomeOption(line, ENVIRONMENT));
        assertThat(HomeOption.taken(List.of("runs", "--home"), ENVIRONMENT, HERE)
                        .arguments())
                .containsExactly("runs", "--home");
    }
}
