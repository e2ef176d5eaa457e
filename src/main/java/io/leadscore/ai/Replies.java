package io.leadscore.ai;

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

    /** A chat completion. */
    static Completion completion(ChatCompletion reply, String askedModel) {
        ChatCompletion.Choice choice = reply.choices().stream().findFirst().orElseThrow(Replies::unreadable);
        FinishReason finish = choice._finishReason().asKnown().orElse(FinishReason.STOP);
        ChatCompletionMessage message = choice.message();
        String content = message.content().orElse(null);
        CompletionUsage usage = reply.usage().orElse(null);
        return new Completion(
                cleaned(reply._model().asKnown().orElse(askedModel), askedModel),
                content,
                message.refusal().isPresent() || finish.equals(FinishReason.CONTENT_FILTER),
                finish.equals(FinishReason.LENGTH) || content == null,
                usage == null ? -1 : usage.promptTokens(),
                usage == null ? -1 : usage.completionTokens());
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
