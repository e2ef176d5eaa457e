package io.leadscore.sandbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What can go wrong with a call to HubSpot or, in the form that OpenAI gives it, to OpenAI. */
public enum FaultKind {
    /** 429 by the ten-second limit; at OpenAI by the requests per minute. */
    TEN_SECONDLY("429-ten-secondly"),
    /** 429 by the search limit; at OpenAI by the requests per minute. */
    SECONDLY("429-secondly"),
    /** 429 by the daily limit; at OpenAI because the quota is used up. */
    DAILY("429-daily"),
    /** The token lacks the scope for this call. */
    FORBIDDEN("403"),
    INTERNAL_ERROR("500"),
    BAD_GATEWAY("502"),
    UNAVAILABLE("503"),
    GATEWAY_TIMEOUT("504"),
    /** The answer comes late. */
    SLOW("slow"),
    /** The connection ends without an answer, and nothing was changed. */
    RESET_BEFORE("reset-before"),
    /** The connection ends without an answer, but what was asked for is done. */
    RESET_AFTER("reset-after"),
    /** 200 with a body that is not JSON; what was asked for is done. */
    GARBAGE("garbage"),
    /** The connection ends in the middle of the body; what was asked for is done. */
    TRUNCATED("truncated"),
    /**
     * The first input of a batch update or create is refused: 207 where it has a trace id, else 400 for the whole batch. Nothing
     * at OpenAI.
     */
    PARTIAL("207"),
    /** Right before a batch update sets an owner, a person gives its first record another one. Nothing at OpenAI. */
    OWNER_CHOSEN("owner-chosen");

    private final String code;

    FaultKind(String code) {
        this.code = code;
    }

    /** The word for it on the command line. */
    public String code() {
        return code;
    }

    static FaultKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The fault \"" + code + "\" is none of "
                        + Arrays.stream(values()).map(FaultKind::code).collect(Collectors.joining(", ")) + "."));
    }
}
