@NullMarked
package io.appeals.commands.platform;

import org.jspecify.annotations.NullMarked;
