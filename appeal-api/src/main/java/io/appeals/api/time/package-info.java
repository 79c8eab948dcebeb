/** The product's own time, which a trial can make run faster than the machine's. */
@NullMarked
package io.appeals.api.time;

import org.jspecify.annotations.NullMarked;
