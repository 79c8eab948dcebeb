/** An appeal as the API shows it, and everything that is done with it. */
@NullMarked
package io.appeals.api.appeal;

import org.jspecify.annotations.NullMarked;
