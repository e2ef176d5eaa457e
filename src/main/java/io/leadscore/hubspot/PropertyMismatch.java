package io.leadscore.hubspot;

/**
 * A property that exists otherwise than Leadscore needs it.
 *
 * @param name the property's name
 * @param expected what is needed, such as {@code enumeration with options High, Medium, Low}
 * @param found what is there, in the same words
 */
public record PropertyMismatch(String name, String expected, String found) {}
