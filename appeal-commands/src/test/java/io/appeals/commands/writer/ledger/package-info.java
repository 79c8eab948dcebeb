@NullMarked
package io.appeals.commands.writer.ledger;

import org.jspecify.annotations.NullMarked;
