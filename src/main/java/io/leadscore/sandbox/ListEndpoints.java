package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lists of contacts: create, find, delete, and memberships, which a dynamic list does not let be changed. */
final class ListEndpoints {

    private final Account account;
    private final ContactLists lists;

    ListEndpoints(Account account, ContactLists lists) {
        this.account = account;
        this.lists = lists;
    }

    void addTo(Routes routes) {
        String read = "crm.lists.read";
        String write = "crm.lists.write";
        String both = read + " " + write;
        String one = " /crm/lists/{V}/{id}";
        routes.add("POST /crm/lists/{V}", Family.GENERAL, write, this::create);
        routes.add("GET /crm/lists/{V}/object-type-id/{type}/name/{name}", Family.GENERAL, read, this::findByName);
        routes.add("GET" + one, Family.GENERAL, read, call -> JsonReply.ok(body(list(call))));
        routes.add("DELETE" + one, Family.GENERAL, write, this::delete);
        routes.add("GET" + one + "/memberships", Family.GENERAL, read, this::memberships);
        routes.add("PUT" + one + "/memberships/add", Family.GENERAL, both, call -> change(call, call.body(), null));
        routes.add("PUT" + one + "/memberships/remove", Family.GENERAL, both, call -> change(call, null, call.body()));
        routes.add(
                "PUT" + one + "/memberships/add-and-remove",
                Family.GENERAL,
                both,
                call -> change(
                        call, call.body().get("recordIdsToAdd"), call.body().get("recordIdsToRemove")));
    }

    private JsonReply create(ApiCall call) {
        String name = call.body().path("name").asString("");
        boolean dynamic = "DYNAMIC".equals(call.body().path("processingType").asString(""));
        ContactLists.Membership list = name.isEmpty() ? null : lists.create(name, dynamic);
        if (list == null) {
            throw ApiProblem.invalid("A list needs a name that no other list has");
        }
        return JsonReply.ok(body(list));
    }

    private JsonReply delete(ApiCall call) {
        lists.delete(list(call).id());
        return JsonReply.noContent();
    }

    private JsonReply findByName(ApiCall call) {
        ContactLists.Membership list = lists.find(call.parameter("name"));
        if (list == null) {
            throw ApiProblem.notFound("List does not exist with name " + call.parameter("name") + ".");
        }
        return JsonReply.ok(body(list));
    }

    private JsonReply memberships(ApiCall call) {
        List<?> results = list(call).members().stream()
                .map(id -> Json.object("recordId", String.valueOf(id)))
                .toList();
        return JsonReply.ok(Json.object("results", results));
    }

    private JsonReply change(ApiCall call, @Nullable JsonNode toAdd, @Nullable JsonNode toRemove) {
        ContactLists.Membership list = list(call);
        if (list.dynamic()) {
            throw ApiProblem.invalid("Memberships of a list that is processed dynamically cannot be changed");
        }
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String id : Json.texts(toAdd)) {
            if (account.store().table(RecordType.CONTACTS).resolve(ApiCall.number(id)) == null) {
                missing.add(id);
            } else if (list.members().add(ApiCall.number(id))) {
                added.add(id);
            }
        }
        for (String id : Json.texts(toRemove)) {
            if (list.members().remove(ApiCall.number(id))) {
                removed.add(id);
            }
        }
        return JsonReply.ok(
                Json.object("recordsIdsAdded", added, "recordIdsRemoved", removed, "recordIdsMissing", missing));
    }

    private ContactLists.Membership list(ApiCall call) {
        ContactLists.Membership list = lists.get(ApiCall.number(call.parameter("id")));
        if (list == null) {
            throw ApiProblem.notFound("List does not exist with ID " + call.parameter("id") + ".");
        }
        return list;
    }

    private static Map<String, @Nullable Object> body(ContactLists.Membership list) {
        Collection<Long> members = list.members();
        return Json.object(
                "list",
                Json.object(
                        "listId",
                        String.valueOf(list.id()),
                        "name",
                        list.name(),
                        "objectTypeId",
                        RecordType.CONTACTS.typeId(),
                        "processingType",
                        list.dynamic() ? "DYNAMIC" : "MANUAL",
                        "processingStatus",
                        "COMPLETE",
                        "size",
                        members.size()));
    }
}
