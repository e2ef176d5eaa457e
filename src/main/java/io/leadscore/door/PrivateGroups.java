package io.leadscore.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a group is a user's own and nobody else's, as many systems make one for each user. Proven by the files that
 * say who is in which group; where users may come from elsewhere, as from a directory service, nothing is proven.
 *
 * @param etc the folder with {@code group}, {@code passwd} and {@code nsswitch.conf}
 */
record PrivateGroups(Path etc) {

    /** Where users can come from that are all in the files; systemd makes up system users that nobody logs in as. */
    private static final Set<String> LOCAL = Set.of("files", "systemd");

    private static final int NAME = 0;
    private static final int GROUP_ID = 2;
    private static final int MEMBERS = 3;
    private static final int USERS_GROUP = 3;

    /** Whether the group has the user's name, and only this user in it. */
    boolean isPrivate(String user, int groupId) {
        try {
            return isLocal() && isNamed(user, groupId) && isFirstOf(user, groupId);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** One entry by this id, with the user's name, and no other members. */
    private boolean isNamed(String user, int groupId) throws IOException {
        List<String[]> groups = entries("group", GROUP_ID, groupId);
        if (groups.size() != 1 || !groups.get(0)[NAME].equals(user)) {
            return false;
        }
        String[] group = groups.get(0);
        return group.length <= MEMBERS
                || Arrays.stream(group[MEMBERS].split(","))
                        .map(String::strip)
                        .allMatch(member -> member.isEmpty() || member.equals(user));
    }

    /** Whose first group it is: the user's and nobody else's. */
    private boolean isFirstOf(String user, int groupId) throws IOException {
        List<String[]> users = entries("passwd", USERS_GROUP, groupId);
        return !users.isEmpty() && users.stream().allMatch(entry -> entry[NAME].equals(user));
    }

    private List<String[]> entries(String file, int field, int id) throws IOException {
        return Files.readAllLines(etc.resolve(file)).stream()
                .map(line -> line.split(":", -1))
                .filter(entry -> entry.length > field && entry[field].equals(Integer.toString(id)))
                .toList();
    }

    private boolean isLocal() throws IOException {
        Path file = etc.resolve("nsswitch.conf");
        if (!Files.exists(file)) {
            return true;
        }
        return Files.readAllLines(file).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> line.matches("(passwd|group|initgroups):.*"))
                .flatMap(line -> Arrays.stream(
                        line.substring(line.indexOf(':') + 1).strip().split("\\s+")))
                .allMatch(LOCAL::contains);
    }
}
