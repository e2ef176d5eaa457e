package io.leadscore.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateGroupsTests {

    private static final String USERS = "root:x:0:0::/:/bin/sh\nada:x:1000:1000::/home/ada:/bin/sh\n";

    private final Path etc;
    private final PrivateGroups groups;

    PrivateGroupsTests(@TempDir Path etc) throws IOException {
        this.etc = etc;
        this.groups = new PrivateGroups(etc);
        write("passwd", USERS);
        write("group", "root:x:0:\nada:x:1000:\n");
        write("nsswitch.conf", "passwd:  files systemd # local\ngroup: files\nhosts: files dns\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada:x:1000:", "ada:x:1000:ada", "ada:x:1000", "ada:x:1000: ada ,"})
    void isPrivateWhenNobodyElseIsInIt(String group) throws IOException {
        write("group", "root:x:0:\n" + group + "\nsudo:x:27:ada,bob\n");

        assertThat(groups.isPrivate("ada", 1000)).isTrue();
        assertThat(groups.isPrivate("bob", 1000)).isFalse();
        assertThat(groups.isPrivate("ada", 27)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada:x:1000:bob",
                "ada:x:1000:ada,bob",
                "users:x:1000:",
                "ada:x:1000:\nalias:x:1000:bob",
                "ada:x:1001:",
                ""
            })
    void isNotPrivateWhenAnybodyElseMayBeInIt(String group) throws IOException {
        write("group", "root:x:0:\n" + group + "\n");

        assertThat(groups.isPrivate("ada", 1000)).isFalse();
    }

    @Test
    void isNotPrivateWhenItIsAnothersFirstGroup() throws IOException {
        write("passwd", USERS + "bob:x:1001:1000::/home/bob:/bin/sh\n");

        assertThat(groups.isPrivate("ada", 1000)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"passwd: files sss", "group: files ldap", "group: compat", "initgroups: files sss"})
    void provesNothingWhereUsersComeFromElsewhere(String source) throws IOException {
        write("nsswitch.conf", source + "\n");

        assertThat(groups.isPrivate("ada", 1000)).isFalse();
    }

    @Test
    void provesNothingWithoutTheFiles() throws IOException {
        Files.delete(etc.resolve("nsswitch.conf"));
        assertThat(groups.isPrivate("ada", 1000)).isTrue();

        Files.delete(etc.resolve("passwd"));
        assertThat(groups.isPrivate("ada", 1000)).isFalse();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(etc.resolve(file), text);
    }
}
