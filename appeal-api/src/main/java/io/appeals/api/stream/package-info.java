/** Commands by the thousand: line by line in one request, and an answer to each. */
@NullMarked
package io.appeals.api.stream;

import org.jspecify.annotations.NullMarked;
