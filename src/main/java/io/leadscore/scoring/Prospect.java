package io.leadscore.scoring;

import java.util.List;

/**
 * What a lead's close probability is computed from.
 *
 * @param score the signals' sum as a share of all points, 0 to 1, before any rule lowers it: a rule says who is worked,
 *     not who buys
 * @param components the four components in the order of {@link Component}, 0 to 1 each
 * @param state how the lead stands with deals
 * @param ageDays whole days since its newest open deal was created; of a lead that never had a deal, since the contact was
 *     created; 0 of any other
 */
public record Prospect(double score, List<Double> components, DealState state, int ageDays) {

    public Prospect {
        components = List.copyOf(components);
    }
}
