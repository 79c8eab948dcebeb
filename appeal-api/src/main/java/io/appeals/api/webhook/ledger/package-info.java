/** What the nodes know of webhooks together, kept in the log. */
@NullMarked
package io.appeals.api.webhook.ledger;

import org.jspecify.annotations.NullMarked;
