package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DepartureIntegrationTests {

    private final CloseableHttpClient client =
            Departure.watch(HttpClients.custom().disableAutomaticRetries()).build();
    private final ServerSocket server;

    DepartureIntegrationTests() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void whereNobodyListensNothingLeft() throws IOException {
        int port = server.getLocalPort();
        server.close();

        assertThat(post("http://127.0.0.1:" + port)).isInstanceOf(Departure.NeverSent.class);
    }

    @Test
    void whereTheNameIsUnknownNothingLeft() {
        assertThat(post("http://nowhere.invalid")).isInstanceOf(Departure.NeverSent.class);
    }

    @Test
    void whereTheEncryptionIsCutOffNothingLeft() {
        answer(socket -> socket.setSoLinger(true, 0));

        assertThat(post("https://127.0.0.1:" + server.getLocalPort())).isInstanceOf(Departure.NeverSent.class);
    }

    @Test
    void whereNobodyEncryptsNothingLeft() {
        answer(socket ->
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

        assertThat(post("https://127.0.0.1:" + server.getLocalPort())).isInstanceOf(Departure.NeverSent.class);
    }

    @Test
    void whatWasReadMayHaveBeenDone() {
        answer(socket -> {
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isPositive();
        });

        assertThat(post("http://127.0.0.1:" + server.getLocalPort()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(Departure.NeverSent.class);
    }

    /** What a server does with the one connection that it takes, before it hangs up. */
    private interface Manners {
        void with(Socket socket) throws IOException;
    }

    private void answer(Manners manners) {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept()) {
                manners.with(socket);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private Throwable post(String url) {
        HttpPost post = new HttpPost(url);
        post.setEntity(new StringEntity("{}", ContentType.APPLICATION_JSON));
        return catchThrowable(() -> client.execute(post, response -> response.getCode()));
    }
}
