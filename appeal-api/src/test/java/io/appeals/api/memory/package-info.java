/** A log in memory that stands in for the real one where a test is about HTTP alone: same rules, same views, no broker. */
@NullMarked
package io.appeals.api.memory;

import org.jspecify.annotations.NullMarked;
