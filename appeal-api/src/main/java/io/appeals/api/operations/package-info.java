/** What operators watch. */
@NullMarked
package io.appeals.api.operations;

import org.jspecify.annotations.NullMarked;
