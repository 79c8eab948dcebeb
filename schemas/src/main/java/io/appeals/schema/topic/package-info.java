/** The topics, and their creation or check at start. */
@NullMarked
package io.appeals.schema.topic;

import org.jspecify.annotations.NullMarked;
