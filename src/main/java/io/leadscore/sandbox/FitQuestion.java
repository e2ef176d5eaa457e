package io.leadscore.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the user message of a fit analysis asks.
 *
 * @param profiles facts by name, by the profile's key
 */
record FitQuestion(FitIdeal ideal, Map<String, Map<String, String>> profiles) {

    private static final int MOST_PROFILES = 100;

    /** Reads the message; 400 where it is not of the agreed form, which lets no other fact pass. */
    static FitQuestion parse(String message) {
        JsonNode root = Json.tree(message);
        if (root == null || !root.isObject()) {
            throw OpenAiProblem.invalid("The user message must be a JSON object.", "messages");
        }
        require(Set.copyOf(root.propertyNames()).equals(Set.of("ideal", "profiles")), "it needs ideal and profiles");
        JsonNode profiles = root.path("profiles");
        require(
                profiles.isObject() && !profiles.isEmpty() && profiles.size() <= MOST_PROFILES,
                "profiles must be an object of 1 to " + MOST_PROFILES);
        Map<String, Map<String, String>> facts = new LinkedHashMap<>();
        profiles.properties().forEach(profile -> {
            require(profile.getKey().matches("p[1-9]\\d{0,2}"), "a profile's key is \"" + profile.getKey() + "\"");
            facts.put(profile.getKey(), facts(profile.getKey(), profile.getValue()));
        });
        return new FitQuestion(FitIdeal.of(root.path("ideal")), facts);
    }

    private static Map<String, String> facts(String key, JsonNode profile) {
        require(profile.isObject(), "profile " + key + " must be an object");
        Map<String, String> facts = new LinkedHashMap<>();
        profile.properties().forEach(fact -> {
            String where = "profile " + key + ": " + fact.getKey();
            require(FitCriterion.facts().contains(fact.getKey()), where + " is not agreed on");
            require(
                    fact.getValue().isString() && !fact.getValue().asString("").isBlank(),
                    where + " must be a text that is not empty");
            facts.put(fact.getKey(), fact.getValue().asString(""));
        });
        return facts;
    }

    static void require(boolean so, String message) {
        OpenAiProblem.require(so, "The user message is not of the agreed form: " + message + ".", "messages");
    }

    static List<String> texts(JsonNode node, String where) {
        require(node.isArray(), where + " must be a list");
        node.forEach(element -> require(element.isString(), where + " must be a list of texts"));
        return Json.texts(node);
    }
}
