package io.appeals.commands.intake;

/** How long texts and lists may be. Generous for people, and small enough that one appeal stays a light record. */
final class Limits {

    /** A statement, facts, the reasons of a decision: several pages. */
    static final int LONG_TEXT = 20_000;

    /** A message, one part of a plan of action, the grounds of an escalation: a page or two. */
    static final int TEXT = 5_000;

    /** A reason or note: a paragraph or two. */
    static final int NOTE = 2_000;

    /** A name, a reference, a ground. */
    static final int LINE = 500;

    /** Orders, transactions or listings of one subject. */
    static final int REFERENCES = 100;

    /** Kinds asked for, codes given, mandate scopes. */
    static final int CODES = 50;

    /** Pieces of evidence named in one command. */
    static final int EVIDENCE = 250;

    /** 1 GiB. */
    static final long FILE_BYTES = 1L << 30;

    private Limits() {}
}
