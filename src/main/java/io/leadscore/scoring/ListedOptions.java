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
        addSegments(profile, lists);
        return lists.stream().filter(list -> !list.options.isEmpty()).toList();
    }

    /** What segments are told by is read as it is, too. */
    private static void addSegments(ScoringProfile profile, List<ListedOptions> lists) {
        for (Segment segment : profile.segmentsInOrder()) {
            segment.where().forEach((fact, condition) -> {
                String key = "segments." + segment.name() + "." + fact;
                Set<String> options = new LinkedHashSet<>(condition.values());
                switch (fact) {
                    case "industry" -> lists.add(new ListedOptions(ObjectType.COMPANIES, "industry", key, options));
                    case "source" ->
                        lists.add(new ListedOptions(ObjectType.CONTACTS, "hs_analytics_source", key, options));
                    case "lifecycle-stage" ->
                        lists.add(new ListedOptions(ObjectType.CONTACTS, "lifecyclestage", key, options));
                    case "pipeline" -> lists.add(new ListedOptions(ObjectType.DEALS, "pipeline", key, options));
                    default ->
                        profile.customSignals().stream()
                                .filter(signal ->
                                        signal.name().equals(fact) && signal.kind() == CustomSignal.Kind.CATEGORY)
                                .forEach(signal -> lists.add(
                                        new ListedOptions(signal.objectType(), signal.property(), key, options)));
                }
            });
        }
    }
}
