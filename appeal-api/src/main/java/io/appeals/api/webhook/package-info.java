/** Webhooks: who wants to be told what, and where. */
@NullMarked
package io.appeals.api.webhook;

import org.jspecify.annotations.NullMarked;
