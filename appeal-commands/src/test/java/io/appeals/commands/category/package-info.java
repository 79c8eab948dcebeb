@NullMarked
package io.appeals.commands.category;

import org.jspecify.annotations.NullMarked;
