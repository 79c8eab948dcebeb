package io.appeals.api.command;

/** How long texts may be, in characters. */
public final class Text {

    /** An id, a code or a name. */
    public static final int NAME = 200;

    /** A short explanation. */
    public static final int NOTE = 2_000;

    /** A statement, a message or the reasons of a decision. */
    public static final int PROSE = 20_000;

    /** An id that becomes part of an appeal's id; the bar separates its parts. */
    static final String NO_BAR = "[^|\\p{Cntrl}]+";

    static final String NO_BAR_MESSAGE = "expected an id without '|' and control characters";

    static final String SHA_256 = "[0-9a-f]{64}";

    static final String SHA_256_MESSAGE = "expected a SHA-256 in lower-case hexadecimal (64 characters)";

    private Text() {}
}
