@NullMarked
package io.appeals.commands.verify;

import org.jspecify.annotations.NullMarked;
