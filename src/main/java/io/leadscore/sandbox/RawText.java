package io.leadscore.sandbox;

/** A body that goes out as it is. */
record RawText(String text) {}
