/** Where webhooks may go, and how one gets there. */
@NullMarked
package io.appeals.api.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
