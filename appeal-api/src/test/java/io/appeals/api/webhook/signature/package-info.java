@NullMarked
package io.appeals.api.webhook.signature;

import org.jspecify.annotations.NullMarked;
