package io.leadscore.settings;

import io.leadscore.door.Trust;
import io.leadscore.door.UntrustedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of {@code jobs/}: in the home folder, else beside the jar, else in the jar.
 *
 * @param folders where to look before the jar, first match wins
 */
record JobFiles(List<Path> folders) {

    static JobFiles of(Path home, @Nullable Path applicationFolder) {
        List<Path> folders = new ArrayList<>();
        folders.add(home.resolve("jobs"));
        if (applicationFolder != null) {
            folders.add(applicationFolder.resolve("jobs"));
        }
        return new JobFiles(folders);
    }

    JobFile find(String name) {
        for (Path folder : folders) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                return onDisk(file);
            }
        }
        return inJar("jobs/" + name);
    }

    /** Where a copy of a file takes effect: where it is read from, or in the home folder if that is the jar. */
    Path place(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(folders.get(0).resolve(name));
    }

    private static JobFile onDisk(Path file) {
        try {
            Trust.ofThisProcess().jobs(file);
            return new JobFile(file.toString(), Files.readString(file));
        } catch (UntrustedException e) {
            throw new SettingsException(String.valueOf(e.getMessage()), e.advice());
        } catch (IOException e) {
            throw new SettingsException(
                    file + " cannot be read.", "Check that it is a UTF-8 text file that you may read, or remove it.");
        }
    }

    private static JobFile inJar(String resource) {
        try (InputStream stream = JobFiles.class.getResourceAsStream("/" + resource)) {
            if (stream == null) {
                throw new SettingsException(resource + " is missing from the jar.", "Build the jar again.");
            }
            return new JobFile(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new SettingsException(resource + " cannot be read from the jar.", "Build the jar again.");
        }
    }
}
