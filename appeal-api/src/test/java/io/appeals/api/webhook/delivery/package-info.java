@NullMarked
package io.appeals.api.webhook.delivery;

import org.jspecify.annotations.NullMarked;
