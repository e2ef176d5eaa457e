package io.leadscore.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Upload, listing, content and deletion of files. */
final class FileEndpoints {

    private final AiFiles files;

    FileEndpoints(AiFiles files) {
        this.files = files;
    }

    void addTo(Routes routes) {
        String path = " " + OpenAi.PATH + "/files";
        routes.add("POST" + path, Family.EXEMPT, "", this::upload);
        routes.add("GET" + path, Family.EXEMPT, "", this::list);
        routes.add(
                "GET" + path + "/{id}",
                Family.EXEMPT,
                "",
                call -> JsonReply.ok(find(call).json()));
        routes.add("GET" + path + "/{id}/content", Family.EXEMPT, "", this::content);
        routes.add("DELETE" + path + "/{id}", Family.EXEMPT, "", this::delete);
    }

    private JsonReply upload(ApiCall call) {
        Map<String, Multipart.Field> form = Multipart.parse(call.rawBody());
        Multipart.Field purpose = form.get("purpose");
        Multipart.Field file = form.get("file");
        if (purpose == null || file == null) {
            throw OpenAiProblem.invalid("A file and its purpose are required.", file == null ? "file" : "purpose");
        }
        return JsonReply.ok(files.add(file.fileName(), purpose.content().strip(), file.content())
                .json());
    }

    private JsonReply list(ApiCall call) {
        return JsonReply.ok(page(files.all().stream().map(AiFile::json).toList()));
    }

    /** A list that is all there is. */
    static Map<String, @Nullable Object> page(List<Map<String, @Nullable Object>> data) {
        return Json.object(
                "object",
                "list",
                "data",
                data,
                "first_id",
                data.isEmpty() ? null : data.get(0).get("id"),
                "last_id",
                data.isEmpty() ? null : data.get(data.size() - 1).get("id"),
                "has_more",
                false);
    }

    private JsonReply content(ApiCall call) {
        return new JsonReply(
                200, new RawText(find(call).content()), Map.of("Content-Type", "application/octet-stream"));
    }

    private JsonReply delete(ApiCall call) {
        AiFile file = find(call);
        files.remove(file.id());
        return JsonReply.ok(Json.object("id", file.id(), "object", "file", "deleted", true));
    }

    private AiFile find(ApiCall call) {
        AiFile file = files.find(call.parameter("id"));
        if (file == null) {
            throw OpenAiProblem.notFound("No such File object: " + call.parameter("id"), "id");
        }
        return file;
    }
}
