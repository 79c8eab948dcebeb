/** Which kinds of appeals there are, and what each needs. */
@NullMarked
package io.appeals.api.category;

import org.jspecify.annotations.NullMarked;
