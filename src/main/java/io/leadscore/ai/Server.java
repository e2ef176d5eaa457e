package io.leadscore.ai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.core.RequestOptions;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The server's endpoints, each call a single attempt that brings an answer or a {@link FailedCall}. The client is built at
 * the first call, for that takes half a second. Thread-safe.
 */
final class Server implements AutoCloseable {

    /** Less than servers and proxies keep a connection that is not used. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    /** Some times the longest answer: what all requests of a batch bring. */
    private static final long MOST_BYTES = 128L << 20;

    /** More of a refusal is not looked at. */
    private static final int LONGEST_REFUSAL = 4_000;

    private final AiSettings settings;
    private final InstantSource time;
    private @Nullable OpenAIClient client;

    Server(AiSettings settings, InstantSource time) {
        this.settings = settings;
        this.time = time;
    }

    /** Asks a question. */
    Completion complete(Question question, Duration timeout) {
        return call(
                client -> Replies.completion(
                        client.chat().completions().create(question.params(), within(timeout)),
                        settings.choice().model()),
                question.dialect().sent());
    }

    /** Turns texts into vectors. */
    Vectors embed(EmbeddingModel model, List<String> texts, Dialect dialect, Duration timeout) {
        EmbeddingCreateParams.Builder params =
                EmbeddingCreateParams.builder().model(model.name()).inputOfArrayOfStrings(texts);
        if (dialect.dimensions()) {
            params.dimensions(model.dimensions());
        }
        params.encodingFormat(
                dialect.encoding()
                        ? EmbeddingCreateParams.EncodingFormat.BASE64
                        : EmbeddingCreateParams.EncodingFormat.FLOAT);
        return call(
                client -> {
                    CreateEmbeddingResponse response = client.embeddings().create(params.build(), within(timeout));
                    return Replies.vectors(response, texts.size(), model.dimensions());
                },
                dialect.sentForVectors());
    }

    /** Asks for the model's description. */
    void check(Duration timeout) {
        call(client -> client.models().retrieve(settings.choice().model(), within(timeout)));
    }

    /** Makes a call of any kind. */
    <T> T call(Function<OpenAIClient, T> call) {
        return call(call, List.of());
    }

    /** Makes a call that has parameters which the server may not know. */
    private <T> T call(Function<OpenAIClient, T> call, List<Parameter> sent) {
        try {
            return call.apply(client());
        } catch (OpenAIServiceException answered) {
            FailedCall failure = FailedCall.answered(
                    answered.statusCode(),
                    code(answered),
                    RetryAfter.of(
                            answered.headers().values("retry-after-ms"),
                            answered.headers().values("retry-after"),
                            time.instant()));
            Parameter refused = failure.kind() == FailedCall.Kind.REQUEST ? Parameter.in(said(answered), sent) : null;
            throw refused == null ? failure : failure.refusing(refused);
        } catch (OpenAIIoException silent) {
            throw silence(silent);
        } catch (OpenAIException unreadable) {
            throw new FailedCall(FailedCall.Kind.UNWELL, "answered what cannot be read", null);
        } catch (FailedCall known) {
            throw known;
        } catch (RuntimeException unforeseen) {
            // Whatever an answer does to the client, it harms no run. Its message may quote the answer.
            throw new FailedCall(
                    FailedCall.Kind.UNWELL,
                    "could not be asked (" + unforeseen.getClass().getSimpleName() + ")",
                    null);
        }
    }

    static RequestOptions within(Duration timeout) {
        return RequestOptions.builder().timeout(timeout).build();
    }

    /** A completion that came by another way, as JSON. */
    Completion completion(ChatCompletion completion) {
        return call(unused -> Replies.completion(completion, settings.choice().model()));
    }

    private synchronized OpenAIClient client() {
        if (client == null) {
            String baseUrl = settings.baseUrl().toString();
            client = OpenAIOkHttpClient.builder()
                    .apiKey(Objects.requireNonNull(settings.key(), "there is no key"))
                    .baseUrl(baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl)
                    .timeout(settings.requests().timeout())
                    .maxIdleConnections(settings.requests().concurrency())
                    .keepAliveDuration(KEEP_ALIVE)
                    .addInterceptor(new BoundedReplies(MOST_BYTES))
                    .maxRetries(0)
                    .followRedirects(false)
                    .logLevel(LogLevel.OFF)
                    .build();
        }
        return client;
    }

    private static @Nullable String code(OpenAIServiceException answered) {
        String code = text(() -> answered.code().orElse(null));
        return code == null ? text(() -> answered.type().orElse(null)) : code;
    }

    /** What a refusal says, of which nothing is kept: the parameter that it blames comes first. */
    private static String said(OpenAIServiceException answered) {
        String blamed = text(() -> answered.param().orElse(null));
        String body = text(() -> String.valueOf(answered.body()));
        String said = (blamed == null ? "" : blamed + " ") + body;
        return said.substring(0, Math.min(LONGEST_REFUSAL, said.length()));
    }

    /** What an error's body says, if it has the form of one. */
    private static @Nullable String text(Supplier<@Nullable String> read) {
        try {
            return read.get();
        } catch (OpenAIException otherForm) {
            return null;
        }
    }

    private static FailedCall silence(OpenAIIoException silent) {
        Throwable cause = silent;
        while (cause.getCause() != null) {
            cause = cause.getCause();
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLException) {
                return new FailedCall(
                        FailedCall.Kind.UNREACHABLE,
                        "cannot be reached (" + cause.getClass().getSimpleName() + ")",
                        null);
            }
        }
        return new FailedCall(
                FailedCall.Kind.SILENT,
                cause instanceof InterruptedIOException ? "did not answer in time" : "broke the connection",
                null);
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
