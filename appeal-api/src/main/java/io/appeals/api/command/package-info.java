/** How a command comes in over HTTP, reaches its owner, and is answered. */
@NullMarked
package io.appeals.api.command;

import org.jspecify.annotations.NullMarked;
