package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Default associations, one by one and in batches, their removal, and the labels. No modified date moves. */
final class AssociationWriteEndpoints {

    private final Account account;

    AssociationWriteEndpoints(Account account) {
        this.account = account;
    }

    void addTo(Routes routes) {
        String write = "crm.objects.{type}.write";
        String one = " /crm/objects/{V}/{from}/{id}/associations/";
        routes.add("PUT" + one + "default/{to}/{toId}", Family.ASSOCIATIONS, write, this::put);
        routes.add("DELETE" + one + "{to}/{toId}", Family.ASSOCIATIONS, write, this::remove);
        String batch = "POST /crm/associations/{V}/{from}/{to}/batch/";
        routes.add(batch + "associate/default", Family.ASSOCIATIONS, write, this::batch);
        routes.add("GET /crm/associations/{V}/{from}/{to}/labels", Family.ASSOCIATIONS, "", this::labels);
    }

    private JsonReply put(ApiCall call) {
        BatchReply reply = new BatchReply(account);
        link(reply, call, ApiCall.number(call.parameter("id")), ApiCall.number(call.parameter("toId")));
        return reply.inOrder(200);
    }

    private JsonReply batch(ApiCall call) {
        BatchReply reply = new BatchReply(account);
        for (JsonNode input : call.inputs()) {
            link(
                    reply,
                    call,
                    ApiCall.number(input.path("from").path("id").asString("")),
                    ApiCall.number(input.path("to").path("id").asString("")));
        }
        return reply.inOrder(200);
    }

    private void link(BatchReply reply, ApiCall call, long fromId, long toId) {
        RecordType from = call.type("from");
        RecordType to = call.type("to");
        StoredObject first = account.store().table(from).resolve(fromId);
        StoredObject second = account.store().table(to).resolve(toId);
        if (first == null || second == null) {
            throw ApiProblem.notFound("resource not found");
        }
        Associations associations = account.store().associations();
        boolean firstCompany = to == RecordType.COMPANIES
                && AssociationType.primary(from, to) != null
                && associations.primaryCompany(from, first.id()) == null;
        if (firstCompany) {
            associations.linkPrimary(from, first.id(), to, second.id());
        } else {
            associations.link(from, first.id(), to, second.id());
        }
        reply.result(Json.object(
                "from",
                Map.of("id", String.valueOf(fromId)),
                "to",
                Map.of("id", String.valueOf(toId)),
                "associationSpec",
                Map.of(
                        "associationCategory",
                        "HUBSPOT_DEFINED",
                        "associationTypeId",
                        AssociationType.plain(from, to).typeId())));
    }

    private JsonReply remove(ApiCall call) {
        account.store()
                .associations()
                .unlink(
                        call.type("from"),
                        ApiCall.number(call.parameter("id")),
                        call.type("to"),
                        ApiCall.number(call.parameter("toId")));
        return JsonReply.noContent();
    }

    private JsonReply labels(ApiCall call) {
        List<Map<String, @Nullable Object>> labels = new ArrayList<>();
        AssociationType primary = AssociationType.primary(call.type("from"), call.type("to"));
        if (primary != null) {
            labels.add(primary.toJson());
        }
        labels.add(AssociationType.plain(call.type("from"), call.type("to")).toJson());
        return JsonReply.ok(Map.of("results", labels));
    }
}
