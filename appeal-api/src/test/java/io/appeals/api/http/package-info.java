/** How tests speak to a running API. */
@NullMarked
package io.appeals.api.http;

import org.jspecify.annotations.NullMarked;
