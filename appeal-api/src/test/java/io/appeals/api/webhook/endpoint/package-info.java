@NullMarked
package io.appeals.api.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
