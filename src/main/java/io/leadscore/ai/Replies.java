package io.leadscore.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.JsonField;
import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletion.Choice.FinishReason;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.completions.CompletionUsage;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the client brings. Its getters throw where a reply has not the form that it should have. */
final class Replies {

    private static final int LONGEST_NAME = 80;
    private static final float[] NONE = {};

    private Replies() {}

    /** A chat completion: whatever it does not say is taken as unsaid, and an answer without any choice as none. */
    static Completion completion(ChatCompletion reply, String askedModel) {
        List<ChatCompletion.Choice> choices = reply._choices().asKnown().orElseThrow(Replies::unreadable);
        CompletionUsage usage = reply._usage().asKnown().orElse(null);
        FinishReason finish = FinishReason.STOP;
        String content = null;
        String refusal = null;
        if (!choices.isEmpty()) {
            ChatCompletion.Choice choice = choices.get(0);
            ChatCompletionMessage message = choice._message().asKnown().orElseThrow(Replies::unreadable);
            finish = choice._finishReason().asKnown().orElse(FinishReason.STOP);
            content = text(message._content());
            refusal = message._refusal().asKnown().orElse("");
        }
        return new Completion(
                cleaned(reply._model().asKnown().orElse(askedModel), askedModel),
                content,
                (refusal != null && !refusal.isBlank()) || finish.equals(FinishReason.CONTENT_FILTER),
                finish.equals(FinishReason.LENGTH) || content == null,
                usage == null ? -1 : usage._promptTokens().asKnown().orElse(-1L),
                usage == null ? -1 : usage._completionTokens().asKnown().orElse(-1L));
    }

    /** A content, or the texts of its parts, which some servers send instead; null when there is none. */
    private static @Nullable String text(JsonField<String> content) {
        String whole = content.asKnown().orElse(null);
        JsonValue unknown = content.asUnknown().orElse(null);
        if (whole != null || unknown == null) {
            return whole;
        }
        JsonNode parts = unknown.convert(JsonNode.class);
        StringBuilder text = new StringBuilder();
        if (parts != null && parts.isArray()) {
            parts.forEach(part -> text.append(part.path("text").asText("")));
        }
        return text.isEmpty() ? null : text.toString();
    }

    /** Vectors of so many texts, each of so many dimensions. */
    static Vectors vectors(CreateEmbeddingResponse reply, int texts, int dimensions) {
        List<float[]> vectors = new ArrayList<>(Collections.nCopies(texts, NONE));
        for (Embedding embedding : reply.data()) {
            float[] vector = floats(embedding.embedding(), dimensions);
            if (vector != null && embedding.index() >= 0 && embedding.index() < texts) {
                vectors.set((int) embedding.index(), vector);
            }
        }
        return new Vectors(
                vectors,
                reply._usage()
                        .asKnown()
                        .map(CreateEmbeddingResponse.Usage::promptTokens)
                        .orElse(-1L));
    }

    private static float @Nullable [] floats(List<Float> numbers, int dimensions) {
        if (numbers.size() != dimensions) {
            return null;
        }
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = numbers.get(i);
            if (!Float.isFinite(vector[i])) {
                return null;
            }
        }
        return vector;
    }

    /** A name is shown to people and stored, so that it may hold nothing else than a name does. */
    private static String cleaned(String name, String otherwise) {
        String harmless = name.replaceAll("[^A-Za-z0-9._:/-]", "");
        return harmless.isEmpty() ? otherwise : harmless.substring(0, Math.min(LONGEST_NAME, harmless.length()));
    }

    private static FailedCall unreadable() {
        return new FailedCall(FailedCall.Kind.UNWELL, "answered what cannot be read", null);
    }
}
