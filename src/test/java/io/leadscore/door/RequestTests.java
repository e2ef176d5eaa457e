package io.leadscore.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RequestTests {

    private static final Request REQUEST = new Request(
            List.of("models", "promote", "3", "--reason", "because – of €", ""),
            true,
            HiddenSettings.of(Map.of("A", "1", "B", "secret"), HiddenSettings.salt(1)));

    @Test
    void arrivesAsItWasSent() throws IOException {
        Request arrived = Request.decoded(REQUEST.encoded());

        assertThat(arrived.arguments()).isEqualTo(REQUEST.arguments());
        assertThat(arrived.interactive()).isTrue();
        assertThat(arrived.settings().differingFrom(Map.of("A", "1", "B", "other")))
                .containsExactly("B");
    }

    @Test
    void holdsNoSetting() throws IOException {
        assertThat(new String(REQUEST.encoded(), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void isRefusedWhereverItBreaksOff() throws IOException {
        byte[] whole = REQUEST.encoded();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Request.decoded(part)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> Request.decoded(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void takesNoMoreMemoryThanItSent() throws IOException {
        Random random = new Random(1);
        byte[] whole = REQUEST.encoded();
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = whole.clone();
            for (int byteAt = 0; byteAt < 4; byteAt++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Request.decoded(damaged).arguments()).hasSizeLessThan(Request.MOST_ARGUMENTS);
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }
}
