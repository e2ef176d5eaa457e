package io.leadscore.ledger;

import io.leadscore.door.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** Where the files of a database are. */
record HomeFolder(Path folder) {

    /** What H2 adds to a database's name. */
    static final String ENDING = ".mv.db";

    private static final String KEPT = "leadscore.v";

    /** What an encrypted database without content takes. */
    static final long HEADERS = 3 * 4_096;

    /** The encrypted database. */
    Path databaseFile() {
        return folder.resolve("leadscore" + ENDING);
    }

    /** What H2 calls the database: its file without the ending. */
    Path database() {
        return folder.resolve("leadscore");
    }

    /** What H2 calls a database that is not whole yet. */
    Path newDatabase() {
        return folder.resolve("leadscore.new");
    }

    /** Where a database is kept as it was before it was upgraded from a version. */
    Path keptFile(String version) {
        return folder.resolve(KEPT + version + ENDING);
    }

    /** Databases as they were before an upgrade, from the oldest version to the newest. */
    List<Path> keptCopies() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(KEPT) && name.endsWith(ENDING);
                    })
                    .sorted(Comparator.comparing(HomeFolder::keptVersion))
                    .toList();
        }
    }

    private static MigrationVersion keptVersion(Path copy) {
        String name = String.valueOf(copy.getFileName());
        String version = name.substring(KEPT.length(), name.length() - ENDING.length());
        return version.matches("\\d+") ? MigrationVersion.fromVersion(version) : MigrationVersion.EMPTY;
    }

    /** That of the newest version; null when there is none. */
    @Nullable
    Path keptCopy() throws IOException {
        List<Path> copies = keptCopies();
        return copies.isEmpty() ? null : copies.get(copies.size() - 1);
    }

    /** Tells a wrong key from a damaged database. */
    Path checkFile() {
        return folder.resolve("leadscore.check");
    }

    /**
     * Whether there is a database, whole or not: an empty file is none, nor is one that holds headers and nothing else,
     * which earlier versions left if they were killed early. Files that this version made were whole from the beginning.
     */
    boolean hasDatabase() throws IOException {
        long size = Files.exists(databaseFile()) ? Files.size(databaseFile()) : 0;
        return size > HEADERS || (size > 0 && Files.exists(checkFile()));
    }

    /** Whether there was a database here once, as far as anything says so. */
    boolean hadDatabase() throws IOException {
        boolean hadRuns = Files.exists(keyFile()) && Files.exists(folder.resolve("budget"));
        return hadRuns || Files.exists(checkFile()) || keptCopy() != null;
    }

    /** The generated key. */
    Path keyFile() {
        return folder.resolve("leadscore.key");
    }

    /** Locked by the process that owns the database; the operating system frees it when that process dies. */
    Path lockFile() {
        return folder.resolve("leadscore.lock");
    }

    /** Names the process that owns the database. */
    Path ownerFile() {
        return Owner.file(folder);
    }
}
