@NullMarked
package io.appeals.commands.appeal;

import org.jspecify.annotations.NullMarked;
