/** What the nodes know of webhooks, and what became of each attempt to deliver one. */
@NullMarked
package io.appeals.schema.webhook;

import org.jspecify.annotations.NullMarked;
