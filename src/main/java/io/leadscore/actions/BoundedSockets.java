package io.leadscore.actions;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes connections over which only so much can be heard: what a mail server says is kept whole until its line ends, which
 * it may never do. Also what is encrypted counts. Thread-safe.
 */
final class BoundedSockets extends SocketFactory {

    private final long most;

    /** @param most bytes that may come over one connection */
    BoundedSockets(long most) {
        this.most = most;
    }

    @Override
    public Socket createSocket() {
        return new BoundedSocket(most);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unasked();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unasked();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unasked();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        throw unasked();
    }

    private static IOException unasked() {
        return new IOException("Only sockets that are connected later are made here.");
    }

    private static final class BoundedSocket extends Socket {

        private final long most;
        private long heard;

        BoundedSocket(long most) {
            this.most = most;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    count(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int some = super.read(bytes, offset, length);
                    count(Math.max(0, some));
                    return some;
                }
            };
        }

        private synchronized void count(int bytes) throws IOException {
            heard += bytes;
            if (heard > most) {
                throw new IOException("More than " + most + " bytes came.");
            }
        }
    }
}
