package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The associations that a list or a single read returns with each record: the first page of each. */
final class InlineAssociations {

    /** Where HubSpot cuts the inline list. */
    private static final int MOST = 100;

    private InlineAssociations() {}

    static void add(Map<String, @Nullable Object> json, Account account, StoredObject object, List<String> asked) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String name : asked) {
            RecordType to = RecordType.ofSegment(name);
            if (to == null) {
                throw ApiProblem.invalid("Unable to infer object type from: " + name);
            }
            long[] ids = account.store().associations().ids(object.type(), object.id(), to);
            if (ids.length > 0) {
                all.put(to.apiName(), page(account, object, to, ids));
            }
        }
        if (!all.isEmpty()) {
            json.put("associations", all);
        }
    }

    private static Map<String, @Nullable Object> page(Account account, StoredObject object, RecordType to, long[] ids) {
        int size = Math.min(ids.length, Math.min(MOST, account.options().associationPage()));
        String name = object.type().singular() + "_to_" + to.singular();
        List<Object> results = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean primary = account.store()
                            .associations()
                            .types(object.type(), object.id(), to, ids[i])
                            .size()
                    > 1;
            results.add(Json.object("id", String.valueOf(ids[i]), "type", name));
            if (primary) {
                results.add(Json.object("id", String.valueOf(ids[i]), "type", name + "_unlabeled"));
            }
        }
        Map<String, @Nullable Object> page = Json.object("results", results);
        if (size < ids.length) {
            page.put("paging", Map.of("next", Map.of("after", AssociationCursor.after(ids[size - 1]))));
        }
        return page;
    }
}
