package io.leadscore.sandbox;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the OpenAI account, oldest first. Thread-safe. */
final class AiFiles {

    private final InstantSource clock;
    private final Map<String, AiFile> files = new LinkedHashMap<>();
    private int made;

    AiFiles(InstantSource clock) {
        this.clock = clock;
    }

    synchronized AiFile add(String name, String purpose, String content) {
        made++;
        AiFile file = new AiFile(
                "file-sandbox" + made, name, purpose, content, clock.instant().getEpochSecond());
        files.put(file.id(), file);
        return file;
    }

    @Nullable
    synchronized AiFile find(String id) {
        return files.get(id);
    }

    synchronized void remove(String id) {
        files.remove(id);
    }

    synchronized List<AiFile> all() {
        return List.copyOf(files.values());
    }
}
