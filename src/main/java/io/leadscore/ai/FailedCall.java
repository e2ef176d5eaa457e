package io.leadscore.ai;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One call to the AI that did not bring what it was for. Holds nothing of a body. */
final class FailedCall extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, and whether the same call may succeed soon. */
    enum Kind {
        KEY(false, true),
        FORBIDDEN(false, true),
        QUOTA(false, true),
        MODEL(false, true),
        PATH(false, true),
        REQUEST(false, false),
        TOO_LONG(false, false),
        BUSY(true, false),
        /** It answered that something is wrong with it, or nothing that can be read. */
        UNWELL(true, false),
        /** It did not answer: whether it did what it was asked is not known. */
        SILENT(true, false),
        /** It was not reached at all. */
        UNREACHABLE(true, false);

        private final boolean passes;
        private final boolean ends;

        Kind(boolean passes, boolean ends) {
            this.passes = passes;
            this.ends = ends;
        }

        /** Whether the same call may succeed soon. */
        boolean passes() {
            return passes;
        }

        /** Whether every call will fail until somebody does something. */
        boolean ends() {
            return ends;
        }
    }

    private final Kind kind;
    private final transient @Nullable Duration retryAfter;
    private final @Nullable Parameter refused;

    FailedCall(Kind kind, String what, @Nullable Duration retryAfter) {
        this(kind, what, retryAfter, null);
    }

    private FailedCall(Kind kind, String what, @Nullable Duration retryAfter, @Nullable Parameter refused) {
        super(what, null, false, false);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.refused = refused;
    }

    /** The request was answered with an error that is about one of its parameters. */
    FailedCall refusing(Parameter parameter) {
        return new FailedCall(kind, what() + ", refuses '" + parameter.key() + "'", retryAfter, parameter);
    }

    /** Which parameter was refused; null when that was not why. */
    @Nullable
    Parameter refused() {
        return refused;
    }

    /** The call was answered with an error. */
    static FailedCall answered(int status, @Nullable String code, @Nullable Duration retryAfter) {
        String said = code == null ? "" : code.replaceAll("[^a-z0-9_.]", "");
        String what = "answered " + status + (said.isEmpty() || said.length() > 60 ? "" : ", " + said);
        return new FailedCall(kind(status, said), what, retryAfter);
    }

    private static Kind kind(int status, String code) {
        if (code.contains("insufficient_quota") || code.contains("billing_hard_limit")) {
            return Kind.QUOTA;
        }
        if (code.contains("context_length_exceeded")) {
            return Kind.TOO_LONG;
        }
        return switch (status) {
            case 401 -> Kind.KEY;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> code.contains("model") ? Kind.MODEL : Kind.PATH;
            case 429 -> Kind.BUSY;
            case 408, 409 -> Kind.UNWELL;
            default -> status < 400 ? Kind.PATH : status < 500 ? Kind.REQUEST : Kind.UNWELL;
        };
    }

    Kind kind() {
        return kind;
    }

    /** What happened, in words that follow the AI's name. */
    String what() {
        return String.valueOf(getMessage());
    }

    /** How long it asks to be left alone; null when it did not say. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
