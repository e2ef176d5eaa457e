package io.leadscore.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Files that are on the disk before anybody relies on them. */
final class StableStorage {

    private StableStorage() {}

    /** Returns when a file's content is on the disk. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Returns when the names in a folder are on the disk, where the system can say so. */
    static void forceNames(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                throw notOnThisSystem;
            }
        }
    }

    /** Puts a file, which is whole, in the place of another one in the same folder: at any moment either is there. */
    static void replace(Path whole, Path place) throws IOException {
        force(whole);
        Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
        forceNames(Objects.requireNonNull(place.toAbsolutePath().getParent(), "a file is in a folder"));
    }
}
