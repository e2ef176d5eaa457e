package io.leadscore.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record at a time: get, create, update, delete, merge and privacy deletion. A merged-away id means its survivor. */
final class ObjectEndpoints {

    private final Account account;
    private final ObjectCreation creation;

    ObjectEndpoints(Account account, ObjectCreation creation) {
        this.account = account;
        this.creation = creation;
    }

    void addTo(Routes routes) {
        String read = "crm.objects.{type}.read";
        String write = "crm.objects.{type}.write";
        routes.add("GET /crm/objects/{V}/{type}/{id}", Family.GENERAL, read, this::get);
        routes.add("PATCH /crm/objects/{V}/{type}/{id}", Family.GENERAL, write, this::update);
        routes.add("DELETE /crm/objects/{V}/{type}/{id}", Family.GENERAL, write, this::archive);
        routes.add("POST /crm/objects/{V}/{type}", Family.GENERAL, write, this::create);
        routes.add("POST /crm/objects/{V}/{type}/merge", Family.GENERAL, write, this::merge);
        routes.add("POST /crm/objects/{V}/{type}/gdpr-delete", Family.GENERAL, write, this::gdprDelete);
    }

    private JsonReply get(ApiCall call) {
        StoredObject object;
        if (call.archived()) {
            object = account.store().table(call.type()).get(ApiCall.number(call.parameter("id")));
            if (object == null || object.alive()) {
                throw ApiProblem.notFound("resource not found");
            }
        } else {
            object = resolve(call.type(), call.parameter("id"));
        }
        Map<String, @Nullable Object> json = account.json().of(object, object.state(), call.queryValues("properties"));
        List<String> history = call.queryValues("propertiesWithHistory");
        if (!history.isEmpty()) {
            account.json().addHistory(json, object, history);
        }
        InlineAssociations.add(json, account, object, call.queryValues("associations"));
        return JsonReply.ok(json);
    }

    private JsonReply update(ApiCall call) {
        StoredObject object = resolve(call.type(), call.parameter("id"));
        Map<String, String> values = Json.textValues(call.body().path("properties"));
        List<PropertyProblem> problems = account.validator()
                .problems(call.type(), call.version(), object.state().properties(), values);
        if (!problems.isEmpty()) {
            throw ApiProblem.invalid(problems, account.options().portalId());
        }
        ObjectState state = account.store().update(object, values);
        return JsonReply.ok(account.json().written(object, state, values.keySet()));
    }

    private JsonReply archive(ApiCall call) {
        StoredObject object = account.store().table(call.type()).resolve(ApiCall.number(call.parameter("id")));
        if (object != null) {
            account.store().archive(object);
        }
        return JsonReply.noContent();
    }

    private JsonReply create(ApiCall call) {
        return JsonReply.created(creation.create(call.type(), call.version(), call.body()));
    }

    private JsonReply merge(ApiCall call) {
        StoredObject survivor =
                resolve(call.type(), call.body().path("primaryObjectId").asString(""));
        StoredObject merged =
                resolve(call.type(), call.body().path("objectIdToMerge").asString(""));
        if (survivor.id() == merged.id()) {
            throw ApiProblem.invalid("Cannot merge an object with itself");
        }
        account.store().merge(survivor, merged);
        return JsonReply.ok(account.json().of(survivor, survivor.state(), List.of()));
    }

    private JsonReply gdprDelete(ApiCall call) {
        String id = call.body().path("objectId").asString("");
        for (StoredObject object : account.store().table(call.type()).all()) {
            if (String.valueOf(object.id()).equals(id)
                    || id.equals(object.state().properties().get("email"))) {
                account.store().purge(object);
            }
        }
        return JsonReply.noContent();
    }

    private StoredObject resolve(RecordType type, String id) {
        StoredObject object = account.store().table(type).resolve(ApiCall.number(id));
        if (object == null) {
            throw ApiProblem.notFound("resource not found");
        }
        return object;
    }
}
