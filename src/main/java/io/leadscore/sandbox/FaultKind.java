package io.leadscore.sandbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What can go wrong with a call. */
public enum FaultKind {
    /** 429 by the ten-second limit. */
    TEN_SECONDLY("429-ten-secondly"),
    /** 429 by the search limit. */
    SECONDLY("429-secondly"),
    /** 429 by the daily limit. */
    DAILY("429-daily"),
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
    /** A batch update's first input is refused: 207 where it has a trace id, else 400 for the whole batch. */
    PARTIAL("207");

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
