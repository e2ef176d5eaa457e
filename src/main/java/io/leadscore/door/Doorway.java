package io.leadscore.door;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the owner of a home listens: a socket in a folder that only its owner may enter, so that there is no moment in
 * which others could connect.
 *
 * @param folder the folder
 */
record Doorway(Path folder) {

    /** A socket's path is at most 108 bytes long on Linux, 104 elsewhere, and ends with a zero. */
    private static final int LONGEST_PATH = 103;

    private static final String FOLDER = "door";
    private static final String SOCKET = "socket";
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    static Doorway of(Path home) {
        return new Doorway(home.resolve(FOLDER));
    }

    Path socket() {
        return folder.resolve(SOCKET);
    }

    /** Makes the folder, or takes away what others may do in one that is there. */
    void prepare() throws IOException {
        var ownerOnly = PosixFilePermissions.fromString("rwx------");
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(folder, ownerOnly);
        } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(folder.toString());
        } else {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
        }
    }

    /** What is done with an address. */
    interface Use {
        void with(UnixDomainSocketAddress address) throws IOException;
    }

    /**
     * Uses the socket's address. A path that is longer than an address may be is walked by way of the open folder, as
     * which the operating system knows it under a short name.
     */
    @SuppressWarnings("try") // open for the sake of its short name
    void address(Use use) throws IOException {
        if (socket().toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
            use.with(UnixDomainSocketAddress.of(socket()));
            return;
        }
        try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
            use.with(UnixDomainSocketAddress.of(shortName(folder.toRealPath()).resolve(SOCKET)));
        }
    }

    private static Path shortName(Path opened) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(OPEN_FILES)) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file) && leadsTo(file, opened)) {
                    return file;
                }
            }
        }
        throw new IOException("The path of " + opened + " is longer than a socket's may be");
    }

    private static boolean leadsTo(Path link, Path target) {
        try {
            return Files.readSymbolicLink(link).equals(target);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
