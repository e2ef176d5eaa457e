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
    REQUEST_TIMEOUT("408"),
    LOCKED("423"),
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
    OWNER_CHOSEN("owner-chosen"),
    /** The page has no rows, though its total and its cursor say that there are some. Of HubSpot's pages alone, as all that follow. */
    EMPTY_PAGE("empty-page"),
    /** The answer says that there is nothing at all: no rows, a total of 0, no cursor. */
    NOTHING("nothing"),
    /** The middle third of the rows is missing, and nothing tells of it. */
    SHORT_PAGE("short-page"),
    /** The rows of the first half come twice, those of the second half never. */
    DOUBLE_ROWS("double-rows"),
    /** A search announces three records more than there are. */
    HIGH_TOTAL("high-total"),
    /** A search orders ids as text: 1000000 before 999999. */
    TEXT_ORDER("text-order"),
    /** A search that asks for a property that is archived, or was never there, is refused, and told its name. */
    NAMED_PROPERTY("named-property"),
    /** The next page is always the first one. */
    CIRCLING_CURSOR("circling-cursor"),
    /** A little gzip that becomes a gigabyte; at OpenAI, too, as all that follow. */
    ZIP_BOMB("zip-bomb"),
    /** JSON a hundred thousand arrays deep. */
    DEEP_JSON("deep-json"),
    /** The {@code Date} header is ahead, by a day unless seconds are given. */
    WRONG_DATE("wrong-date");

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
