package io.leadscore.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Where the application's jar is. */
final class ApplicationFolder {

    /** The launcher starts a copy of the jar that is laid out to start fast; this names the original. */
    private static final String JAR_PROPERTY = "leadscore.jar";

    private ApplicationFolder() {}

    /** The folder of the jar; null when the application runs from classes. */
    static @Nullable Path find() {
        String named = System.getProperty(JAR_PROPERTY);
        if (named != null) {
            return Path.of(named).toAbsolutePath().getParent();
        }
        CodeSource source = ApplicationFolder.class.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? null
                : folderOf(source.getLocation().toString());
    }

    /** Takes {@code file:/a/app.jar} and Boot's {@code jar:nested:/a/app.jar/!BOOT-INF/classes/!/}. */
    static @Nullable Path folderOf(String location) {
        String path = location.replaceFirst("^jar:", "").replaceFirst("^(nested|file):", "");
        int end = path.indexOf(".jar");
        if (end < 0) {
            return null;
        }
        Path jar = Path.of(URI.create("file://" + path.substring(0, end + ".jar".length())));
        return Files.isRegularFile(jar) ? jar.getParent() : null;
    }
}
