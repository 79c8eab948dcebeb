package io.appeals.api.demo;

import java.io.IOException;

/** The API does not let the demo act for everybody, as only a node for trials does. */
final class NoDemoTokens extends IOException {

    private static final long serialVersionUID = 1L;

    NoDemoTokens(Answer answer) {
        super(
                "the node gives no tokens at POST /v1/dev/token (" + answer.told()
                        + "); the demo plays only against a node with its embedded broker, or with APPEALS_SECURITY_DEV_TOKENS=true");
    }
}
