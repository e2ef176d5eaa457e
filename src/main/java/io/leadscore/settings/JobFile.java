package io.leadscore.settings;

/**
 * A job's settings file.
 *
 * @param origin where it is, for messages
 * @param text what it says
 */
record JobFile(String origin, String text) {}
