package io.leadscore.actions;

/**
 * Something that went wrong, for people.
 *
 * @param sentence what, in one sentence
 * @param advice what to do, in one sentence
 */
public record Trouble(String sentence, String advice) {}
