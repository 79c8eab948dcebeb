package io.appeals.schema.result;

import io.appeals.schema.Doc;

/** What is wrong with one field. */
public record FieldError(
        @Doc("JSON pointer to the field in the command's body")
        String pointer,

        @Doc("A stable word for the kind of error, for instance 'required'")
        String code,

        @Doc("What was expected, and what to do") String detail) {}
