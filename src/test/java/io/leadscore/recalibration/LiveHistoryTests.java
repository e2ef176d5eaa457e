package io.leadscore.recalibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.WeightSetEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveHistoryTests {

    private final List<WeightSetEvent> events = new ArrayList<>();

    @Test
    void knowsNothingBeforeTheFirst() {
        assertThat(before()).isNull();

        promoted(1);

        assertThat(before()).isNull();
    }

    @Test
    void goesBackByOne() {
        promoted(1);
        promoted(2);

        assertThat(before()).isEqualTo(1);
    }

    @Test
    void goesBackFurtherTheSecondTime() {
        promoted(1);
        promoted(2);
        promoted(3);
        rolledBackTo(2);

        assertThat(before()).isEqualTo(1);
    }

    @Test
    void doesNotReturnToWhatWasGivenUp() {
        promoted(1);
        promoted(2);
        promoted(3);
        rolledBackTo(1);
        promoted(4);

        assertThat(before()).isEqualTo(1);
    }

    @Test
    void goesBackToWhatWasLiveBeforeTheSecondPromotionOfTheSame() {
        promoted(1);
        promoted(2);
        promoted(1);

        assertThat(before()).isEqualTo(2);
    }

    @Test
    void doesNotCountWhatWasNeverLive() {
        promoted(1);
        event(2, "added");
        event(2, "shadow begun");
        promoted(3);

        assertThat(before()).isEqualTo(1);
    }

    private void promoted(long id) {
        event(id, WeightSetEvent.PROMOTED);
    }

    private void rolledBackTo(long id) {
        event(id, WeightSetEvent.ROLLED_BACK_TO);
    }

    private void event(long id, String action) {
        events.add(new WeightSetEvent(id, Instant.EPOCH, action, "test", "because"));
    }

    private @Nullable Long before() {
        List<WeightSetEvent> newestFirst = new ArrayList<>(events);
        Collections.reverse(newestFirst);
        return LiveHistory.before(newestFirst);
    }
}
