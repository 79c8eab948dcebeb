@NullMarked
package io.appeals.commands.intake;

import org.jspecify.annotations.NullMarked;
