/** What sellers ask about themselves. */
@NullMarked
package io.appeals.api.seller;

import org.jspecify.annotations.NullMarked;
