package io.appeals.api.request;

/**
 * A request's body. It is a record, and its components are its only definition: a component that is neither {@code @Nullable}
 * nor a list is required, a list that is {@code @NotEmpty} too, and the bounds of {@code jakarta.validation} hold for what is
 * given. The OpenAPI document is made from the same.
 */
public interface JsonBody {}
