package io.leadscore.scoring;

import java.util.List;

/**
 * What the age of an open deal, or of a lead that never had one, does to its chances: deals that are won are won early.
 *
 * @param fromDays from which age on, in days, up to where the next one begins
 * @param logOdds added to the log odds
 */
public record AgeOffset(int fromDays, double logOdds) {

    /** Which of several ages so many days are in: the index; 0 where there is none. */
    static int band(List<AgeOffset> ages, int days) {
        int band = 0;
        while (band + 1 < ages.size() && days >= ages.get(band + 1).fromDays()) {
            band++;
        }
        return band;
    }
}
