package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Property definitions and their groups. */
final class PropertyEndpoints {

    private final Account account;

    PropertyEndpoints(Account account) {
        this.account = account;
    }

    void addTo(Routes routes) {
        String read = "crm.objects.{type}.read";
        String write = "crm.schemas.{type}.write";
        String path = " /crm/properties/{V}/{type}";
        routes.add("GET" + path + "/groups", Family.GENERAL, read, this::groups);
        routes.add("GET" + path + "/groups/{name}", Family.GENERAL, read, this::group);
        routes.add("POST" + path + "/groups", Family.GENERAL, write, this::createGroup);
        routes.add("GET" + path, Family.GENERAL, read, this::list);
        routes.add("GET" + path + "/{name}", Family.GENERAL, read, this::get);
        routes.add("POST" + path, Family.GENERAL, write, this::create);
        routes.add("POST" + path + "/batch/create", Family.GENERAL, write, this::batchCreate);
        routes.add("POST" + path + "/batch/read", Family.GENERAL, read, this::batchRead);
        routes.add("PATCH" + path + "/{name}", Family.GENERAL, write, this::update);
        routes.add("DELETE" + path + "/{name}", Family.GENERAL, write, this::archive);
    }

    private JsonReply groups(ApiCall call) {
        return JsonReply.ok(Map.of(
                "results",
                schema(call).groups().stream().map(PropertyGroup::toJson).toList()));
    }

    private JsonReply group(ApiCall call) {
        return schema(call).groups().stream()
                .filter(group -> group.name().equals(call.parameter("name")))
                .findFirst()
                .map(group -> JsonReply.ok(group.toJson()))
                .orElseThrow(() -> ApiProblem.notFound(
                        "No property group named '" + call.parameter("name") + "' exists for this object type."));
    }

    private JsonReply createGroup(ApiCall call) {
        JsonNode body = call.body();
        PropertyGroup group = new PropertyGroup(
                body.path("name").asString(""),
                body.path("label").asString(""),
                body.path("displayOrder").asInt(-1));
        if (!schema(call).add(group)) {
            throw ApiProblem.of(
                    409,
                    "OBJECT_ALREADY_EXISTS",
                    "A property group named '" + group.name() + "' already exists.",
                    "subCategory",
                    "Properties.GROUP_WITH_NAME_EXISTS");
        }
        return JsonReply.created(group.toJson());
    }

    private JsonReply list(ApiCall call) {
        return JsonReply.ok(Map.of(
                "results",
                schema(call).all(call.archived()).stream()
                        .map(PropertyDefinition::toJson)
                        .toList()));
    }

    private JsonReply get(ApiCall call) {
        return JsonReply.ok(find(call).toJson());
    }

    private JsonReply create(ApiCall call) {
        return JsonReply.created(add(call, call.body()).toJson());
    }

    private PropertyDefinition add(ApiCall call, JsonNode input) {
        PropertyDefinition definition = PropertyInput.created(schema(call), input);
        if (!schema(call).add(definition)) {
            throw ApiProblem.of(
                    409,
                    "OBJECT_ALREADY_EXISTS",
                    "A property named '" + definition.name() + "' already exists.",
                    "subCategory",
                    "Properties.PROPERTY_WITH_NAME_EXISTS");
        }
        return definition;
    }

    private JsonReply batchCreate(ApiCall call) {
        BatchReply reply = new BatchReply(account);
        for (JsonNode input : call.inputs()) {
            try {
                reply.result(add(call, input).toJson());
            } catch (ApiProblem problem) {
                boolean exists = problem.reply().status() == 409;
                List<String> name = List.of(input.path("name").asString(""));
                reply.error(
                        exists ? "OBJECT_ALREADY_EXISTS" : "VALIDATION_ERROR",
                        String.valueOf(problem.getMessage()),
                        Json.object("name", name),
                        "subCategory",
                        exists ? "Properties.PROPERTY_WITH_NAME_EXISTS" : null);
            }
        }
        return reply.inOrder(201);
    }

    private JsonReply batchRead(ApiCall call) {
        BatchReply reply = new BatchReply(account);
        List<String> missing = new ArrayList<>();
        for (JsonNode input : call.inputs()) {
            PropertyDefinition definition = schema(call).find(input.path("name").asString(""));
            if (definition == null) {
                missing.add(input.path("name").asString(""));
            } else {
                reply.result(definition.toJson());
            }
        }
        if (!missing.isEmpty()) {
            reply.error("OBJECT_NOT_FOUND", "Some properties do not exist.", Json.object("names", missing));
        }
        return reply.inOrder(200);
    }

    private JsonReply update(ApiCall call) {
        PropertyDefinition changed = PropertyInput.changed(find(call), call.body());
        schema(call).put(changed);
        return JsonReply.ok(changed.toJson());
    }

    private JsonReply archive(ApiCall call) {
        if (!schema(call).archive(call.parameter("name"))) {
            throw ApiProblem.notFound("Property '" + call.parameter("name") + "' does not exist.");
        }
        return JsonReply.noContent();
    }

    private PropertyDefinition find(ApiCall call) {
        PropertyDefinition definition = schema(call).find(call.parameter("name"));
        if (definition == null) {
            throw ApiProblem.notFound("Property '" + call.parameter("name") + "' does not exist.");
        }
        return definition;
    }

    private Schema schema(ApiCall call) {
        return account.store().schema(call.type());
    }
}
