/** The published language. */
@NullMarked
package io.appeals.schema;

import org.jspecify.annotations.NullMarked;
