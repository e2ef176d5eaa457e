package io.leadscore.scoring;

import org.jspecify.annotations.Nullable;

/**
 * The points that one signal or an age gave, or by which one rule moved the score.
 *
 * @param signal the signal's name; the age's: {@code deal_age}, {@code lead_age}; or the rule's: {@code segment},
 *     {@code baseline}, {@code limit}, {@code only_opens}, {@code out_of_queue}, {@code rounding}
 * @param component the signal's component; null for a rule
 * @param value the signal's value in [0, 1]; null when data is missing, so that the neutral value was used, and for an age
 *     or a rule
 * @param hundredths points given, times 100; of a rule that lowers the score 0 or less
 * @param maxHundredths most points that the signal could give, times 100; 0 for a rule
 * @param neutralHundredths points of the neutral value, times 100; 0 for a rule
 * @param sentence why, in enumerations, numbers and dates, never in words of the CRM
 */
public record Contribution(
        String signal,
        @Nullable Component component,
        @Nullable Double value,
        int hundredths,
        int maxHundredths,
        int neutralHundredths,
        String sentence) {

    /** How far the points are above (or below) what a neutral value gives, times 100. */
    public int effect() {
        return hundredths - neutralHundredths;
    }
}
