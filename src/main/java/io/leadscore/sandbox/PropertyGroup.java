package io.leadscore.sandbox;

import java.util.Map;

/** A group of properties. */
record PropertyGroup(String name, String label, int displayOrder) {

    Map<String, Object> toJson() {
        return Map.of("name", name, "label", label, "displayOrder", displayOrder, "archived", false);
    }
}
