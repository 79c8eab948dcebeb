/** Who is calling, proved by a token. */
@NullMarked
package io.appeals.api.caller;

import org.jspecify.annotations.NullMarked;
