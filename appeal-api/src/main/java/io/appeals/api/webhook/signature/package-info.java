/** How a webhook proves where it comes from: Standard Webhooks 1.0. */
@NullMarked
package io.appeals.api.webhook.signature;

import org.jspecify.annotations.NullMarked;
