/** What operators watch, through the tools that they watch it with. */
@NullMarked
package io.appeals.api.operations;

import org.jspecify.annotations.NullMarked;
