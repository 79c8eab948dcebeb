package io.appeals.schema.appeal;

/** What kind of thing an appeal is about. */
public enum SubjectType {
    LISTING,
    ACCOUNT,
    ORDER_CLAIM,
    INTELLECTUAL_PROPERTY,
    FUNDS,
    FEE
}
