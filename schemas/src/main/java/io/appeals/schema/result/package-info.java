/** What became of a command. */
@NullMarked
package io.appeals.schema.result;

import org.jspecify.annotations.NullMarked;
