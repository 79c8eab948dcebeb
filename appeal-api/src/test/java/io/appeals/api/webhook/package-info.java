@NullMarked
package io.appeals.api.webhook;

import org.jspecify.annotations.NullMarked;
