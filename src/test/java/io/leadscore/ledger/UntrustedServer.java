package io.leadscore.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Speaks TLS as a PostgreSQL server does, with a certificate that nobody knows. */
final class UntrustedServer implements AutoCloseable {

    private static final String PASSWORD = "changeit";
    private static final int TLS_REQUEST_BYTES = 8;

    private final ServerSocket socket;
    private final SSLContext tls;

    UntrustedServer(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        tls = context(folder.resolve("untrusted.p12"));
        Thread thread = new Thread(this::serve, "untrusted-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private static SSLContext context(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=somebody",
                        "-alias",
                        "server",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("no certificate could be made");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket plain = socket.accept()) {
                plain.getInputStream().readNBytes(TLS_REQUEST_BYTES);
                plain.getOutputStream().write('S');
                SSLSocket encrypted =
                        (SSLSocket) tls.getSocketFactory().createSocket(plain, "somebody", plain.getPort(), false);
                encrypted.setUseClientMode(false);
                encrypted.startHandshake();
            } catch (IOException refused) {
                // The client hung up, as it should.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
