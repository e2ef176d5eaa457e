package io.leadscore.hubspot;

import java.util.List;

/** Wire: a search. */
record SearchQuery(List<FilterGroup> filterGroups, List<Sort> sorts, List<String> properties, int limit) {

    record FilterGroup(List<Filter> filters) {}

    record Filter(String propertyName, String operator, String value) {}

    record Sort(String propertyName, String direction) {}
}
