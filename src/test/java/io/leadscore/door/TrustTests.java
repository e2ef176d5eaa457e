package io.leadscore.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTests {

    private final Trust trust;
    private final Path etc;
    private final Path above;
    private final Path home;

    TrustTests(@TempDir Path folder) throws IOException {
        this.etc = Files.createDirectory(folder.resolve("etc"));
        this.trust = new Trust(Accounts.ofThisProcess(), new PrivateGroups(etc));
        this.above = Files.createDirectory(folder.resolve("above"));
        this.home = Files.createDirectory(above.resolve("home"));
    }

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectory(home.resolve("jobs"));
        for (String file : new String[] {"leadscore.key", "leadscore.mv.db", "jobs/actions.yml", "budget"}) {
            Files.writeString(home.resolve(file), "");
            mode(home.resolve(file), "rw-r--r--");
        }
        mode(home.resolve("jobs"), "rwxr-xr-x");
        mode(home, "rwxr-xr-x");
        mode(above, "rwxr-xr-x");
    }

    @Test
    void trustsWhatIsMerelyReadable() {
        trust.home(home);
        trust.ownHome(home);
        trust.home(home.resolve("not-there"));
    }

    @ParameterizedTest
    @CsvSource({
        "., rwxrwx---",
        "., rwx----w-",
        "leadscore.key, rw-rw----",
        "leadscore.mv.db, rw-----w-",
        "jobs, rwxrwxr-x",
        "jobs/actions.yml, rw-rw-r--"
    })
    void refusesWhatOthersMayWrite(String path, String mode) throws IOException {
        mode(home.resolve(path).normalize(), mode);

        assertThatThrownBy(() -> trust.home(home))
                .isInstanceOf(UntrustedException.class)
                .hasMessageContaining(home.resolve(path).normalize().toString())
                .hasMessageContaining(mode);
    }

    @ParameterizedTest
    @CsvSource({
        "., rwxrwx---",
        "leadscore.key, rw-rw----",
        "leadscore.mv.db, rw-rw-r--",
        "jobs, rwxrwxr-x",
        "jobs/actions.yml, rw-rw-r--"
    })
    void letsTheOwnersOwnGroupWrite(String path, String mode) throws IOException {
        oneGroupEach();
        mode(home.resolve(path).normalize(), mode);

        trust.home(home);
        trust.settings(home.resolve("leadscore.key"));
        trust.jobs(home.resolve("jobs/actions.yml"));
    }

    @Test
    void letsNobodyElseWriteWhateverTheGroup() throws IOException {
        oneGroupEach();
        mode(home.resolve("leadscore.key"), "rw-rw--w-");

        assertThatThrownBy(() -> trust.home(home)).isInstanceOf(UntrustedException.class);
    }

    /** The files that say that the user of this process has a group of its own. */
    private void oneGroupEach() throws IOException {
        String user = Files.getOwner(home).getName();
        Object group = Files.getAttribute(home, "unix:gid");
        Files.writeString(etc.resolve("group"), user + ":x:" + group + ":\n");
        Files.writeString(
                etc.resolve("passwd"),
                user + ":x:" + Files.getAttribute(home, "unix:uid") + ":" + group + "::/:/bin/sh\n");
    }

    @ParameterizedTest
    @CsvSource({"jobs, rwxrwxrwx", "jobs, rwx----w-", "jobs/actions.yml, rw-rw-rw-"})
    void refusesJobsBesideTheJarThatOthersMayWrite(String path, String mode) throws IOException {
        Path jobs = home.resolve("jobs/actions.yml");
        trust.jobs(jobs);

        mode(home.resolve(path), mode);

        assertThatThrownBy(() -> trust.jobs(jobs))
                .isInstanceOf(UntrustedException.class)
                .hasMessageContaining(home.resolve(path) + " (" + mode);
    }

    @Test
    void refusesAFolderAboveInWhichOthersMayPutAnother() throws IOException {
        mode(above, "rwxrwxrwx");

        assertThatThrownBy(() -> trust.home(home)).hasMessageContaining(above + " (");
    }

    @Test
    void refusesAHomeBehindALinkThatOthersMayChange(@TempDir Path elsewhere) throws IOException {
        Path open = Files.createDirectory(elsewhere.resolve("open"));
        Path link = Files.createSymbolicLink(open.resolve("link"), home);
        mode(open, "rwxrwxrwx");

        assertThatThrownBy(() -> trust.home(link)).hasMessageContaining(open + " (");
    }

    @Test
    void refusesWhatBelongsToSomebodyElse() throws IOException {
        giveToNobody(home.resolve("jobs"));
        UserPrincipal root = Accounts.ofThisProcess().root();

        assertThatThrownBy(() -> trust.home(home)).hasMessageContaining("jobs belongs to nobody");

        Files.setOwner(home.resolve("jobs"), root);
        trust.home(home);
    }

    @Test
    void letsRootCallIntoAHomeOfAnotherButNotWorkThere() throws IOException {
        giveToNobody(home);

        trust.home(home);
        assertThatThrownBy(() -> trust.ownHome(home))
                .isInstanceOfSatisfying(UntrustedException.class, refused -> assertThat(refused.advice())
                        .contains("sudo -u nobody"));
    }

    @Test
    void refusesSettingsThatOthersWrote() throws IOException {
        Path file = Files.writeString(above.resolve(".env"), "");
        mode(file, "rw-r--r--");
        trust.settings(file);
        assertThat(Trust.isReadableByOthers(file)).isTrue();

        mode(file, "rw----r--");
        giveToNobody(file);

        assertThatThrownBy(() -> trust.settings(file)).hasMessageContaining(".env belongs to nobody");
    }

    @Test
    void takesAwayWhatOthersMayRead() throws IOException {
        trust.tighten(home);

        assertThat(permissions("leadscore.key")).isEqualTo("rw-------");
        assertThat(permissions("budget")).isEqualTo("rw-------");
        assertThat(permissions("jobs")).isEqualTo("rwxr-xr-x");
    }

    private static void giveToNobody(Path path) throws IOException {
        assumeTrue(Accounts.ofThisProcess().isRoot(), "only root can give files away");
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(path)));
    }
}
