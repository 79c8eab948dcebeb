/** How events get to the endpoints: in order for each appeal, again where that fails, and never in each other's way. */
@NullMarked
package io.appeals.api.webhook.delivery;

import org.jspecify.annotations.NullMarked;
