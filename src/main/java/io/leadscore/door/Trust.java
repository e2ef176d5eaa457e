package io.leadscore.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses files and folders through which other users of the machine could tell Leadscore what to do: those that they may
 * write to, and those that belong to somebody who is neither us nor root. A group that has nobody but the owner in it is
 * nobody else. File systems without permissions are trusted.
 */
public final class Trust {

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final int STICKY = 01000;

    /** Told from where jobs are read, which may be read by everybody. */
    private static final String JOBS = "jobs";

    private final Accounts accounts;
    private final PrivateGroups groups;

    Trust(Accounts accounts, PrivateGroups groups) {
        this.accounts = accounts;
        this.groups = groups;
    }

    /** As this process sees it. */
    public static Trust ofThisProcess() {
        try {
            return new Trust(Accounts.ofThisProcess(), new PrivateGroups(Path.of("/etc")));
        } catch (IOException e) {
            throw new UncheckedIOException("The operating system does not tell who this is", e);
        }
    }

    /**
     * Checks a home, its key, its database, its jobs and the folders above it, as far as they exist. For root a home may
     * be anybody's, since whoever has it is carrying out the command.
     *
     * @throws UntrustedException when others could change it
     */
    public void home(Path home) {
        if (!knowsPermissions(home)) {
            return;
        }
        try {
            Path real = home.toRealPath();
            UserPrincipal owner = Files.getOwner(real);
            UserPrincipal alsoTrusted = accounts.isRoot() ? owner : accounts.self();
            above(real, alsoTrusted);
            if (Files.isSymbolicLink(home)) {
                above(home.toAbsolutePath(), alsoTrusted);
            }
            strictly(real, alsoTrusted);
            for (String name : List.of("leadscore.key", "leadscore.mv.db", JOBS)) {
                within(real.resolve(name), alsoTrusted);
            }
        } catch (IOException unreadable) {
            throw new UntrustedException(
                    home + " cannot be looked at (" + unreadable.getClass().getSimpleName() + ").",
                    "Check that it is a folder of yours.");
        }
    }

    /**
     * Refuses a home that is somebody else's: what this process would make there, its owner could not use.
     *
     * @throws UntrustedException when it is
     */
    public void ownHome(Path home) {
        if (!knowsPermissions(home)) {
            return;
        }
        try {
            UserPrincipal owner = Files.getOwner(home.toRealPath());
            if (!owner.equals(accounts.self())) {
                throw new UntrustedException(
                        home + " belongs to " + owner.getName() + ", and you are "
                                + accounts.self().getName() + ".",
                        "Do it as that user: sudo -u " + owner.getName()
                                + " scripts/leadscore ...; or name a home of your own with --home.");
            }
        } catch (IOException unreadable) {
            throw new UntrustedException(home + " cannot be looked at.", "Check that it is a folder of yours.");
        }
    }

    /**
     * Checks a file that settings are read from.
     *
     * @throws UntrustedException when others could change it
     */
    public void settings(Path file) {
        if (!knowsPermissions(file)) {
            return;
        }
        try {
            strictly(file.toRealPath(), accounts.self());
        } catch (IOException unreadable) {
            throw new UntrustedException(file + " cannot be looked at.", "Check that it is a file of yours.");
        }
    }

    /**
     * Checks a file that says how jobs work, and its folder, which may be whose the program is: whoever has the folder that
     * the folder is in could change that as well.
     *
     * @throws UntrustedException when others could change it
     */
    public void jobs(Path file) {
        if (!knowsPermissions(file)) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path program = folder == null ? null : folder.getParent();
            UserPrincipal installer = program == null ? accounts.root() : Files.getOwner(program);
            for (Path path : folder == null ? List.of(file) : List.of(folder, file)) {
                PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class);
                refuseStranger(path, attributes.owner(), installer);
                refuseWritable(path, attributes);
            }
        } catch (IOException unreadable) {
            throw new UntrustedException(file + " cannot be looked at.", "Check that it is a file of yours.");
        }
    }

    /** Whether others may read a file; its group counts, unless root chose it. */
    public static boolean isReadableByOthers(Path file) {
        if (!knowsPermissions(file)) {
            return false;
        }
        try {
            PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
            return attributes.permissions().contains(PosixFilePermission.OTHERS_READ)
                    || (attributes.permissions().contains(PosixFilePermission.GROUP_READ)
                            && !attributes.owner().getName().equals("root"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Takes away what others may do with the files and folders of a home, but for its jobs. */
    public void tighten(Path home) throws IOException {
        if (!knowsPermissions(home)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(home)) {
            for (Path entry : entries) {
                if (!entry.endsWith(JOBS)) {
                    tightenOne(entry);
                }
            }
        }
    }

    private void tightenOne(Path entry) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(entry, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(attributes.permissions());
        boolean changed = permissions.retainAll(OWNERS);
        if (changed && !attributes.isSymbolicLink() && attributes.owner().equals(accounts.self())) {
            Files.setPosixFilePermissions(entry, permissions);
        }
    }

    /** Folders above: whoever may write to one could put another home in place. */
    private void above(Path path, UserPrincipal alsoTrusted) throws IOException {
        for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
            PosixFileAttributes attributes = Files.readAttributes(folder, PosixFileAttributes.class);
            refuseStranger(folder, attributes.owner(), alsoTrusted);
            boolean sticky = ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
            if (!sticky) {
                refuseWritable(folder, attributes);
            }
        }
    }

    private void refuseWritable(Path path, PosixFileAttributes attributes) throws IOException {
        Set<PosixFilePermission> permissions = attributes.permissions();
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || (permissions.contains(PosixFilePermission.GROUP_WRITE)
                        && !groups.isPrivate(
                                attributes.owner().getName(), (int) Files.getAttribute(path, "unix:gid")))) {
            throw writable(path, attributes);
        }
    }

    private void within(Path path, UserPrincipal alsoTrusted) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        strictly(path, alsoTrusted);
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
                for (Path entry : entries) {
                    strictly(entry, alsoTrusted);
                }
            }
        }
    }

    private void strictly(Path path, UserPrincipal alsoTrusted) throws IOException {
        PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class);
        refuseStranger(path, attributes.owner(), alsoTrusted);
        refuseWritable(path, attributes);
    }

    private void refuseStranger(Path path, UserPrincipal owner, UserPrincipal alsoTrusted) {
        if (!accounts.trusts(owner) && !owner.equals(alsoTrusted)) {
            throw new UntrustedException(
                    path + " belongs to " + owner.getName() + ", who is neither you nor root.",
                    "Do it as that user, or name a home of your own with --home.");
        }
    }

    private static UntrustedException writable(Path path, PosixFileAttributes attributes) {
        return new UntrustedException(
                "Others may write to " + path + " (" + PosixFilePermissions.toString(attributes.permissions())
                        + "), and so tell Leadscore what to do.",
                "Look whether somebody did; then take it away: chmod go-w " + path);
    }

    private static boolean knowsPermissions(Path path) {
        return Files.exists(path)
                && path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}
