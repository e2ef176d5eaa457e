package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Pulls pages of records. Thread-safe. */
final class ObjectPuller {

    /** HubSpot's largest page of a search (search guide). */
    static final int SEARCH_PAGE = 200;

    /** HubSpot's largest page of a list (object APIs guide). */
    static final int LIST_PAGE = 100;

    /** A longer search is answered 400 (search guide). */
    private static final int LONGEST_SEARCH = 3_000;

    private static final String ID = "hs_object_id";

    private final HubSpotApi api;
    private final Calls calls;
    private final FactsMapping mapping;
    private final Definitions definitions;
    private final String version;
    private final InstantSource clock;
    private final Map<ObjectType, List<String>> properties = new EnumMap<>(ObjectType.class);
    private final RefusedProperties refused;

    /** @throws IllegalArgumentException when the custom signals of a type make its search too long */
    ObjectPuller(
            HubSpotApi api,
            Calls calls,
            FactsMapping mapping,
            Definitions definitions,
            HubSpotSettings settings,
            InstantSource clock) {
        this.api = api;
        this.calls = calls;
        this.mapping = mapping;
        this.definitions = definitions;
        this.version = settings.versions().objects();
        this.clock = clock;
        this.refused = new RefusedProperties(clock);
        for (ObjectType type : ObjectType.values()) {
            properties.put(type, RequestedProperties.of(type, settings.customProperties(type)));
            refuseTooLong(type);
        }
    }

    PulledPage search(ObjectType type, @Nullable Instant modifiedSince, long afterId) {
        SearchPage answered = ask(type, modifiedSince, IdRange.behind(afterId));
        return answered.page(answered.isRest());
    }

    /** One question of a scan. An answer that announces no total cannot be told from one that is cut: it is unreadable. */
    SearchPage ask(ObjectType type, @Nullable Instant modifiedSince, IdRange range) {
        try {
            return search(type, modifiedSince, range);
        } catch (HubSpotException.Rejected refusal) {
            throw lacksModified(type) ? RefusedProperties.required(type, RequestedProperties.modified(type)) : refusal;
        }
    }

    /** A search by a property that is gone is refused without a word of it. */
    private boolean lacksModified(ObjectType type) {
        KnownProperties known = definitions.asOf(type, clock.instant());
        return known != null && known.absent().contains(RequestedProperties.modified(type));
    }

    private SearchPage search(ObjectType type, @Nullable Instant modifiedSince, IdRange range) {
        Answer<CrmObjects> answer = refused.without(
                type,
                names(type),
                names -> calls.call(
                        Family.SEARCH,
                        () -> api.search(version, type.apiName(), query(type, names, modifiedSince, range)),
                        page -> page.isReadable()
                                && page.total() != null
                                && page.total() >= 0
                                && (range.isBounded() || isBehind(page, range.after()))));
        return SearchPage.of(answer.body(), map(type, answer), modifiedSince, range, serverTime(answer));
    }

    PulledPage list(ObjectType type, @Nullable String after) {
        Answer<CrmObjects> answer = refused.without(
                type,
                names(type),
                names -> calls.call(
                        Family.OBJECTS,
                        () -> api.list(version, type.apiName(), LIST_PAGE, String.join(",", names), after),
                        page -> page.isReadable() && (after == null || !after.equals(Paging.after(page.paging())))));
        String next = Paging.after(answer.body().paging());
        return new PulledPage(map(type, answer), next, next == null, -1, serverTime(answer));
    }

    private static SearchQuery query(
            ObjectType type, List<String> names, @Nullable Instant modifiedSince, IdRange range) {
        List<SearchQuery.Filter> filters = new ArrayList<>();
        if (modifiedSince != null) {
            filters.add(new SearchQuery.Filter(
                    RequestedProperties.modified(type), "GTE", Long.toString(modifiedSince.toEpochMilli())));
        }
        filters.add(new SearchQuery.Filter(ID, "GT", Long.toString(range.after())));
        if (range.isBounded()) {
            filters.add(new SearchQuery.Filter(ID, "LTE", Long.toString(range.upTo())));
        }
        return new SearchQuery(
                List.of(new SearchQuery.FilterGroup(filters)),
                List.of(new SearchQuery.Sort(ID, "ASCENDING")),
                names,
                SEARCH_PAGE);
    }

    /** Whether the page goes on behind this id, as asked: one that does not would be asked for again without end. */
    private static boolean isBehind(CrmObjects page, long afterId) {
        return page.objects().stream().allMatch(object -> {
            Long id = object.number();
            return id != null && id > afterId;
        });
    }

    private List<PulledObject> map(ObjectType type, Answer<CrmObjects> answer) {
        return mapping.map(type, answer.body().objects(), serverTime(answer)).stream()
                .sorted(Comparator.comparingLong(object -> object.facts().id()))
                .toList();
    }

    private Instant serverTime(Answer<?> answer) {
        return answer.serverTime() == null ? clock.instant() : answer.serverTime();
    }

    private List<String> names(ObjectType type) {
        return properties.getOrDefault(type, List.of());
    }

    private void refuseTooLong(ObjectType type) {
        int length = JsonMapper.shared()
                .writeValueAsString(
                        query(type, names(type), Instant.parse("9999-12-31T23:59:59Z"), IdRange.behind(Long.MAX_VALUE)))
                .length();
        if (length > LONGEST_SEARCH) {
            throw new IllegalArgumentException("The custom signals of " + type.apiName()
                    + " in the scoring profile are too many: a search for them has " + length
                    + " characters, and HubSpot takes " + LONGEST_SEARCH + ".");
        }
    }
}
