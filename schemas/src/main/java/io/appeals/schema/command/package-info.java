/** What may be asked of an appeal. */
@NullMarked
package io.appeals.schema.command;

import org.jspecify.annotations.NullMarked;
