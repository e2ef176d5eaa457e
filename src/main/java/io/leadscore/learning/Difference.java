package io.leadscore.learning;

/**
 * A measure with how far it could be off.
 *
 * @param value as observed
 * @param low lower end of the 95 % interval
 * @param high upper end
 * @param sureness the share of draws in which it is above 0; NaN where nothing can be said
 */
public record Difference(double value, double low, double high, double sureness) {}
