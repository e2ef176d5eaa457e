package io.leadscore.scoring;

/**
 * What the age of an open deal does to its chances: deals that are won are won early.
 *
 * @param fromDays from which age on, in days, up to where the next one begins
 * @param logOdds added to the log odds
 */
public record AgeOffset(int fromDays, double logOdds) {}
