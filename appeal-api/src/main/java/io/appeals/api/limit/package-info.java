/** How much one caller may ask at a time. */
@NullMarked
package io.appeals.api.limit;

import org.jspecify.annotations.NullMarked;
