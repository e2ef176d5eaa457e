package io.leadscore;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command line without {@code --home}, which counts as LEAD_SCORE_HOME from here on.
 *
 * @param arguments the rest
 * @param environment what holds then
 */
record HomeOption(List<String> arguments, Map<String, String> environment) {

    private static final String NAME = "--home";
    private static final String SETTING = "LEAD_SCORE_HOME";

    /** Takes the option out, wherever it stands; what is no path stays, to be refused by who reads the rest. */
    static HomeOption taken(List<String> arguments, Map<String, String> environment, Path workingFolder) {
        List<String> rest = new ArrayList<>(arguments);
        for (int i = 0; i < rest.size() && !rest.get(i).equals("--"); i++) {
            String argument = rest.get(i);
            boolean apart = argument.equals(NAME) && i + 1 < rest.size();
            if (apart || argument.startsWith(NAME + "=")) {
                String home = apart ? rest.get(i + 1) : argument.substring(NAME.length() + 1);
                try {
                    Map<String, String> changed = new HashMap<>(environment);
                    changed.put(SETTING, workingFolder.resolve(home).toString());
                    rest.subList(i, apart ? i + 2 : i + 1).clear();
                    return new HomeOption(List.copyOf(rest), Map.copyOf(changed));
                } catch (InvalidPathException refusedLater) {
                    break;
                }
            }
        }
        return new HomeOption(arguments, environment);
    }
}
