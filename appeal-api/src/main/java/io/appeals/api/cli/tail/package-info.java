/** Events as they happen, readable. */
@NullMarked
package io.appeals.api.cli.tail;

import org.jspecify.annotations.NullMarked;
