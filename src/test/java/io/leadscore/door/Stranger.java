package io.leadscore.door;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Another user of the machine, who knows the socket: connects to it, or listens there. Needs no class but its own. */
final class Stranger {

    private Stranger() {}

    public static void main(String[] arguments) throws Exception {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(Path.of(arguments[1]));
        if (arguments[0].equals("listen")) {
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(address);
            System.out.println("ready");
            System.out.println(server.accept().read(ByteBuffer.allocate(100)));
        } else {
            try (SocketChannel channel = SocketChannel.open(address)) {
                System.out.println(channel.read(ByteBuffer.allocate(100)));
            }
        }
    }
}
