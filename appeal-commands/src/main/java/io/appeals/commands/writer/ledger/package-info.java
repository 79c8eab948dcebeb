/** Decides the commands of one batch one after the other, each on what those before it led to. Pure. */
@NullMarked
package io.appeals.commands.writer.ledger;

import org.jspecify.annotations.NullMarked;
