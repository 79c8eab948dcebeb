/** Proves that the log keeps what the product promises of it. Pure. */
@NullMarked
package io.appeals.commands.verify;

import org.jspecify.annotations.NullMarked;
