package io.leadscore.settings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** On which line of a YAML text each key stands, so that a refusal can name it. Keys are paths such as {@code a.b[0].c}. */
final class YamlLines {

    private final Map<String, Integer> lineOfPath = new HashMap<>();
    private boolean empty = true;

    private YamlLines() {}

    /**
     * Reads where the keys of a text stand.
     *
     * @throws Misplaced when something stands where it must not: a key twice in one mapping, a second document, an alias
     * @throws tools.jackson.core.JacksonException when the text is not YAML
     */
    static YamlLines of(YAMLMapper mapper, String text) {
        YamlLines lines = new YamlLines();
        Deque<Frame> frames = new ArrayDeque<>();
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int line = parser.currentTokenLocation().getLineNr();
                lines.refuseAliases(parser, frames, line);
                lines.root(token, frames, line);
                switch (token) {
                    case PROPERTY_NAME -> {
                        Frame frame = frames.element();
                        frame.child =
                                frame.path.isEmpty() ? parser.currentName() : frame.path + "." + parser.currentName();
                        if (lines.lineOfPath.putIfAbsent(frame.child, line) != null) {
                            throw new Misplaced(frame.child, line, "stands twice");
                        }
                    }
                    case START_OBJECT, START_ARRAY -> {
                        String path = frames.isEmpty() ? "" : frames.element().next();
                        lines.lineOfPath.putIfAbsent(path, line);
                        frames.push(new Frame(path, token == JsonToken.START_ARRAY));
                    }
                    case END_OBJECT, END_ARRAY -> frames.pop();
                    default -> {
                        if (!frames.isEmpty()) {
                            lines.lineOfPath.putIfAbsent(frames.element().next(), line);
                        }
                    }
                }
            }
        }
        return lines;
    }

    /** The line of a key, or of the nearest key around it. */
    int line(String path) {
        String nearest = path;
        while (!lineOfPath.containsKey(nearest) && !nearest.isEmpty()) {
            nearest = nearest.substring(0, Math.max(0, Math.max(nearest.lastIndexOf('.'), nearest.lastIndexOf('['))));
        }
        return lineOfPath.getOrDefault(nearest, 1);
    }

    /** Whether nothing stands there: no text, comments, or {@code null}. */
    boolean isEmpty() {
        return empty;
    }

    private void root(JsonToken token, Deque<Frame> frames, int line) {
        if (!frames.isEmpty()) {
            return;
        }
        if (!lineOfPath.isEmpty()) {
            throw new Misplaced("", line, "a second document begins here, where there must be one");
        }
        lineOfPath.put("", line);
        empty = token == JsonToken.VALUE_NULL;
    }

    /** What an alias would repeat is not followed by the reader, so it would be taken for its name. */
    private void refuseAliases(JsonParser parser, Deque<Frame> frames, int line) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            String path = frames.isEmpty() ? "" : frames.element().child;
            throw new Misplaced(path, line, "must be written out: aliases (*name) are not read");
        }
    }

    /** Something stands where it must not. */
    static final class Misplaced extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String path;
        private final int line;

        Misplaced(String path, int line, String problem) {
            super(problem);
            this.path = path;
            this.line = line;
        }

        String path() {
            return path;
        }

        int line() {
            return line;
        }

        String problem() {
            return String.valueOf(getMessage());
        }
    }

    private static final class Frame {

        private final String path;
        private final boolean array;
        private String child;
        private int index;

        Frame(String path, boolean array) {
            this.path = path;
            this.array = array;
            this.child = path;
        }

        String next() {
            return array ? path + "[" + index++ + "]" : child;
        }
    }
}
