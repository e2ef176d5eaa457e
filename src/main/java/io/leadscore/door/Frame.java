package io.leadscore.door;

import org.jspecify.annotations.Nullable;

/**
 * One message between a caller and the owner.
 *
 * @param kind what it says
 * @param body its content, at most {@link #MOST_BYTES} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Frame(Kind kind, byte[] body) {

    /** The longest body. */
    static final int MOST_BYTES = 64 * 1024;

    private static final byte[] NOTHING = new byte[0];

    /** What a frame says, and the letter that stands for it on the wire. */
    enum Kind {
        /** Owner: I listen; the body is the number of the form of speech. */
        WELCOME('W'),
        /** Caller: carry this out. */
        REQUEST('R'),
        /** Owner: bytes of the results. */
        OUT('O'),
        /** Owner: bytes of progress and errors. */
        ERR('E'),
        /** Owner: send this file, which the request names. */
        ASK('A'),
        /** Caller: bytes of the file. */
        PART('P'),
        /** Caller: that was the whole file. */
        WHOLE('.'),
        /** Caller: the file cannot be read; the body says why. */
        MISSING('M'),
        /** Caller: end early, and cleanly. */
        CANCEL('C'),
        /** Owner: still at it. */
        ALIVE('L'),
        /** Owner: no room for another caller now; come again. */
        LATER('Z'),
        /** Owner: it is done; the body is the exit code. */
        EXIT('X');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        byte letter() {
            return (byte) letter;
        }

        /** The kind that a letter stands for; null when it stands for none. */
        static @Nullable Kind of(byte letter) {
            for (Kind kind : values()) {
                if (kind.letter() == letter) {
                    return kind;
                }
            }
            return null;
        }
    }

    static Frame of(Kind kind) {
        return new Frame(kind, NOTHING);
    }
}
