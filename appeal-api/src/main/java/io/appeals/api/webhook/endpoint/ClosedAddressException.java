package io.appeals.api.webhook.endpoint;

import java.net.UnknownHostException;

/** The name leads to an address that webhooks may not go to. It does not say which: that would map our network. */
final class ClosedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ClosedAddressException(String host) {
        super(
                host
                        + " does not lead to a public address; the operator may allow others (appeals.webhooks.allowed-networks)");
    }
}
