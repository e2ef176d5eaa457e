package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationFolderTests {

    @Test
    void isTheFolderOfTheJarHoweverItWasStarted(@TempDir Path folder) throws IOException {
        Path spaced = Files.createDirectory(folder.resolve("my apps"));
        Path jar = Files.createFile(spaced.resolve("leadscore.jar"));
        String path = jar.toUri().getRawPath();

        assertThat(ApplicationFolder.folderOf("file:" + path)).isEqualTo(spaced);
        assertThat(ApplicationFolder.folderOf("jar:nested:" + path + "/!BOOT-INF/classes/!/"))
                .isEqualTo(spaced);
        assertThat(ApplicationFolder.folderOf("jar:file:" + path + "!/BOOT-INF/classes!/"))
                .isEqualTo(spaced);
    }

    @Test
    void isUnknownWhenRunFromClasses(@TempDir Path folder) {
        assertThat(ApplicationFolder.folderOf(folder.toUri().toString())).isNull();
    }
}
