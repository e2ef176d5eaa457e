package io.leadscore.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored file.
 *
 * @param createdAt in seconds since 1970
 */
record AiFile(String id, String name, String purpose, String content, long createdAt) {

    Map<String, @Nullable Object> json() {
        return Json.object(
                "id",
                id,
                "object",
                "file",
                "bytes",
                content.getBytes(StandardCharsets.UTF_8).length,
                "created_at",
                createdAt,
                "filename",
                name,
                "purpose",
                purpose,
                "status",
                "processed");
    }
}
