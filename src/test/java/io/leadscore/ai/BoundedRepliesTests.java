package io.leadscore.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedRepliesTests {

    private final HttpServer server;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .addInterceptor(new BoundedReplies(10_000))
            .build();

    private String path = "/";

    BoundedRepliesTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void endsAnAnswerThatUnpacksToMoreThanAnyAnswerHas() throws IOException {
        packed(9_000);
        assertThat(length()).isEqualTo(9_000);

        packed(10_000_000);
        assertThatThrownBy(this::length).isInstanceOf(IOException.class).hasMessageContaining("longer than any answer");
    }

    private void packed(int bytes) {
        server.createContext("/" + bytes, exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = new GZIPOutputStream(exchange.getResponseBody())) {
                body.write(new byte[bytes]);
            }
        });
        path = "/" + bytes;
    }

    private int length() throws IOException {
        Request request = new Request.Builder()
                .url("http://127.0.0.1:" + server.getAddress().getPort() + path)
                .build();
        try (Response response = client.newCall(request).execute()) {
            return Objects.requireNonNull(response.body()).bytes().length;
        }
    }
}
