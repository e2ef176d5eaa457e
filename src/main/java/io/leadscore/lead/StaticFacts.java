package io.leadscore.lead;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which facts are taken to have been yesterday what they are today. The mirror has no history of them, so that for an
 * earlier instant they are unknown unless they are listed here. Immutable.
 *
 * @param names of {@link #KNOWN}, and {@code custom:<property>} for declared custom properties; {@code custom} is all
 *     of these
 */
public record StaticFacts(Set<String> names) {

    /** A company's industry. */
    public static final String INDUSTRY = "industry";
    /** A company's number of employees. */
    public static final String EMPLOYEES = "employees";
    /** A company's yearly revenue. */
    public static final String ANNUAL_REVENUE = "annual-revenue";
    /** A company's or contact's country. */
    public static final String COUNTRY = "country";
    /** A contact's original source, which HubSpot sets once. */
    public static final String SOURCE = "source";
    /** Level and department, from the title. */
    public static final String SENIORITY = "seniority";
    /** Every declared custom property. */
    public static final String CUSTOM = "custom";

    /** All names but those of single custom properties. */
    public static final List<String> KNOWN =
            List.of(INDUSTRY, EMPLOYEES, ANNUAL_REVENUE, COUNTRY, SOURCE, SENIORITY, CUSTOM);

    private static final String ONE = CUSTOM + ":";

    /** @throws IllegalArgumentException when a name is not known */
    public StaticFacts {
        for (String name : names) {
            if (!KNOWN.contains(name) && !name.startsWith(ONE)) {
                throw new IllegalArgumentException("static-facts lists " + name + "; known are "
                        + String.join(", ", KNOWN) + ", " + ONE + "<property>");
            }
        }
        names = Set.copyOf(names);
    }

    /** These names. */
    public static StaticFacts of(Collection<String> names) {
        return new StaticFacts(Set.copyOf(names));
    }

    /** Whether a fact is listed. */
    public boolean lists(String name) {
        return names.contains(name);
    }

    /** Whether a custom property is listed, by itself or with all others. */
    public boolean listsCustom(String property) {
        return names.contains(CUSTOM) || names.contains(ONE + property);
    }

    /** The names in alphabetical order, for reports. */
    @Override
    public String toString() {
        return String.join(", ", new TreeSet<>(names));
    }
}
