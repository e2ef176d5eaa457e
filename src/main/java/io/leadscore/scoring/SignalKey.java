package io.leadscore.scoring;

/**
 * What tells one signal from another.
 *
 * @param name as explanations and weight sets name it
 * @param component the component that it belongs to
 */
public record SignalKey(String name, Component component) {}
