package io.leadscore.scoring;

import io.leadscore.lead.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The options of one of HubSpot's properties that a profile lists.
 *
 * @param objectType whose property it is
 * @param property HubSpot's internal name of the property
 * @param key where the profile lists them, such as {@code ideal-client.industries}
 * @param options HubSpot's internal values; of calls and meetings also labels
 */
public record ListedOptions(ObjectType objectType, String property, String key, Set<String> options) {

    /** All that a profile lists, in its order. */
    public static List<ListedOptions> of(ScoringProfile profile) {
        IdealClient ideal = profile.idealClient();
        QueueRules queue = profile.queue();
        List<ListedOptions> lists = new ArrayList<>();
        lists.add(new ListedOptions(
                ObjectType.COMPANIES,
                "industry",
                "ideal-client.industries",
                ideal.industries().values().keySet()));
        lists.add(new ListedOptions(
                ObjectType.CONTACTS,
                "hs_analytics_source",
                "ideal-client.sources",
                ideal.sources().values().keySet()));
        lists.add(new ListedOptions(
                ObjectType.CONTACTS,
                "lifecyclestage",
                "ideal-client.lifecycle-stages",
                ideal.lifecycleStages().values().keySet()));
        lists.add(new ListedOptions(
                ObjectType.CONTACTS,
                "lifecyclestage",
                "queue.customer-stages",
                new LinkedHashSet<>(queue.customerStages())));
        lists.add(new ListedOptions(
                ObjectType.CONTACTS,
                "hs_lead_status",
                "queue.unqualified-statuses",
                new LinkedHashSet<>(queue.unqualifiedStatuses())));
        lists.add(new ListedOptions(
                ObjectType.CALLS,
                "hs_call_disposition",
                "call-outcomes",
                Check.present(profile.callOutcomes(), "call-outcomes").keySet()));
        lists.add(new ListedOptions(
                ObjectType.MEETINGS,
                "hs_meeting_outcome",
                "meeting-outcomes",
                Check.present(profile.meetingOutcomes(), "meeting-outcomes").keySet()));
        for (CustomSignal signal : profile.customSignals()) {
            lists.add(new ListedOptions(
                    signal.objectType(),
                    signal.property(),
                    "custom-signals." + signal.name() + ".values",
                    Check.present(signal.values(), "values").keySet()));
        }
        return lists.stream().filter(list -> !list.options.isEmpty()).toList();
    }
}
