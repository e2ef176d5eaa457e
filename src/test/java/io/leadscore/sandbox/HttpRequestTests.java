package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpRequestTests {

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void readsOneRequestAfterTheOther() throws Exception {
        InputStream in = in("POST /a?b=c%20d HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET /x HTTP/1.1\r\n\r\n");

        HttpRequest first = HttpRequest.read(in, sent);
        HttpRequest second = HttpRequest.read(in, sent);

        assertThat(first).extracting("method", "path", "query", "body").containsExactly("POST", "/a", "b=c%20d", "abc");
        assertThat(second).extracting("method", "path", "query", "body").containsExactly("GET", "/x", null, "");
        assertThat(HttpRequest.read(in, sent)).isNull();
    }

    @Test
    void joinsAChunkedBody() throws Exception {
        InputStream in =
                in("PUT /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nWiki\r\nA\r\n0123456789\r\n0\r\n\r\n");

        assertThat(HttpRequest.read(in, sent)).extracting("body").isEqualTo("Wiki0123456789");
    }

    @Test
    void tellsAWaitingClientToGoOn() throws Exception {
        HttpRequest.read(in("POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx"), sent);

        assertThat(sent.toString(StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    }

    @Test
    void failsWhenTheBodyEndsEarly() {
        assertThatIOException()
                .isThrownBy(() -> HttpRequest.read(in("POST /a HTTP/1.1\r\nContent-Length: 5\r\n\r\nabc"), sent));
    }

    private static InputStream in(String text) throws IOException {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
