package io.leadscore.door;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;

/**
 * The users of this machine that matter here.
 *
 * @param self whom this process runs as
 * @param root the superuser
 */
public record Accounts(UserPrincipal self, UserPrincipal root) {

    /**
     * Those of this process.
     *
     * @throws IOException when the operating system does not tell
     */
    public static Accounts ofThisProcess() throws IOException {
        return new Accounts(ofId(new UnixSystem().getUid()), ofId(0));
    }

    /** Whether files and processes of this user are as good as ours: it is us, or the superuser. */
    public boolean trusts(UserPrincipal user) {
        return user.equals(self) || user.equals(root);
    }

    /** Whether this process may read and change everybody's files. */
    public boolean isRoot() {
        return self.equals(root);
    }

    /** Whom the process at the other end runs as; the kernel says so, and nobody can pretend. */
    static UserPrincipal peer(SocketChannel channel) throws IOException {
        return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
    }

    private static UserPrincipal ofId(long id) throws IOException {
        return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(Long.toString(id));
    }
}
