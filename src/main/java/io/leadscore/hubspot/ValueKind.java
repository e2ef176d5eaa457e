package io.leadscore.hubspot;

/** How a declared property's values are read, and kept. */
public enum ValueKind {
    /** One or more options of an enumeration. */
    CATEGORY,
    /** A number, kept as one. */
    NUMBER,
    /** Yes or no, kept as {@code true} or {@code false}. */
    FLAG,
    /** A day or an instant, kept as an instant. */
    DATE
}
