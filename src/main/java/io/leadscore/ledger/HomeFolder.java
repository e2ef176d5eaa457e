package io.leadscore.ledger;

import io.leadscore.door.Owner;
import java.nio.file.Path;

/** Where the files of a database are. */
record HomeFolder(Path folder) {

    /** The encrypted database. */
    Path databaseFile() {
        return folder.resolve("leadscore.mv.db");
    }

    /** What H2 calls the database: its file without the ending. */
    Path database() {
        return folder.resolve("leadscore");
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
