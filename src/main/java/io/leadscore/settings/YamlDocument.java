package io.leadscore.settings;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML text that is one mapping of keys to values: no key twice, no second document, no anchors. It may say nothing.
 *
 * @param text what it says, without a byte-order mark
 * @param root the mapping; empty when the text says nothing
 * @param lines where everything stands
 * @param refusal how to refuse
 */
record YamlDocument(String text, JsonNode root, YamlLines lines, YamlRefusal refusal) {

    /** Longest text, in characters: some hundred times the longest file that comes with the program. */
    private static final int LONGEST = 1_000_000;

    /**
     * Reads a text.
     *
     * @param file what the text is called
     * @param subject what it is about: {@code the profile}
     * @throws SettingsException when it is something else
     */
    static YamlDocument read(String file, String subject, String text, YAMLMapper mapper) {
        YamlRefusal refusal = new YamlRefusal(file, subject);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (plain.length() > LONGEST) {
            throw refusal.whole("must not be longer than " + LONGEST + " characters");
        }
        YamlLines lines = refusal.lines(mapper, plain);
        JsonNode root = lines.isEmpty() ? mapper.createObjectNode() : tree(plain, mapper, refusal);
        if (!root.isObject()) {
            throw refusal.whole("must be lines of 'key: value', not " + (root.isArray() ? "a list" : "a single word"));
        }
        return new YamlDocument(plain, root, lines, refusal);
    }

    private static JsonNode tree(String text, YAMLMapper mapper, YamlRefusal refusal) {
        try {
            return mapper.readTree(text);
        } catch (JacksonException e) {
            throw refusal.unreadable(e, "this line has a number that is none");
        }
    }

    /** Whether it says nothing: it is empty, all comments, or {@code null}. */
    boolean isEmpty() {
        return root.isEmpty();
    }

    /**
     * What it says.
     *
     * @throws SettingsException when a key is not known, or a value cannot be
     */
    <T extends Record> T as(Class<T> type, YAMLMapper mapper) {
        new KnownKeys(refusal, lines).check(root, type);
        try {
            return mapper.treeToValue(root, type);
        } catch (JacksonException e) {
            throw refusal.of(e, lines);
        }
    }
}
