package io.appeals.schema.appeal;

/** Who is asked for information. */
public enum InformationSource {
    SELLER,
    THIRD_PARTY
}
