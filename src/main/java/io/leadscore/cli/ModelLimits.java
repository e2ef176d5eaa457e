package io.leadscore.cli;

import java.util.ArrayList;
import java.util.List;

/** What a weight set cannot know, said by those who built it. */
final class ModelLimits {

    private ModelLimits() {}

    /** The limits, in sentences; those of learning only where something was learnt. */
    static List<String> of(Model model) {
        List<String> limits = new ArrayList<>();
        if (model.stored().assessment() == null) {
            limits.add(
                    "The weights are the scoring profile's: somebody's judgement, not learnt and not tested on deals.");
        } else {
            limits.addAll(LEARNING);
        }
        if (!model.weights().calibration().enoughData()) {
            limits.add("The probability is the account's base rate for everybody; it tells no lead from another.");
        } else {
            limits.addAll(PROBABILITY);
        }
        limits.addAll(ALWAYS);
        return limits;
    }

    private static final List<String> LEARNING = List.of(
            "Closed deals are a biased sample: wins close early, losses are known late. Weights are learnt from closed"
                    + " deals, each as it was known on the day it was made, so that deals still open are missing among"
                    + " the newest. The probability is learnt apart, from all deals, open ones included, that are old"
                    + " enough to be resolved, by the deal's age.",
            "HubSpot's totals of marketing e-mail (opens, clicks, last dates), form submissions, page views, owner, lead"
                    + " status and opt-out have no history here. They are unknown in training, though some count in"
                    + " scores: what they are worth is the profile's word, or the word of logged e-mails alone.",
            "Facts taken as unchanged are those of today. Where a field is filled in or corrected because a deal was won,"
                    + " it looks wiser than it was. A signal is set aside that alone foretells nearly every outcome, that"
                    + " is filled in far more often for closed deals than for open ones, or that gives today's open deals"
                    + " chances far from what others had; a weaker leak is not noticed.",
            "Lifecycle stages are known from the day on which Leadscore first saw them; before that they are unknown.",
            "A deal is learnt from by one of its contacts only. Deals without a contact, or whose contact was deleted or"
                    + " merged, are not learnt from.",
            "Everything was measured on leads with a deal. How well the score ranks those that never had one is not"
                    + " known.",
            "The measures are of the sum of signals, before the rules that lower a score (customers, unqualified, lost"
                    + " lately).",
            "There is one newest slice, and the next week's overlaps with it: a set that was judged often enough may"
                    + " have been lucky once. Intervals hold for chance among companies, not for a market that turns.",
            "Segments of less than 50 deals are not shown; nobody looked whether the set is fair to them.");

    private static final List<String> PROBABILITY = List.of(
            "For leads without an open deal the probability is shrunk towards that of a new deal, from few counts a month"
                    + " apart; that part was not tested out of time.",
            "The interval of a probability is that of the curve, not of the single lead, and takes the curve's form for"
                    + " granted.",
            "The reliability table is that of the weights when they were judged; the curve that is in use was fitted"
                    + " later, on more deals.");

    private static final List<String> ALWAYS = List.of(
            "No text is read: what is in e-mails, notes and calls does not count, only that they happened.",
            "The set says who is like those who bought. It does not say that working a lead, or a signal, causes a"
                    + " sale.",
            "Country, industry, company size and job level count. Whether that is fair to all whom it touches is for"
                    + " the account to decide; each can be switched off in the profile.");
}
