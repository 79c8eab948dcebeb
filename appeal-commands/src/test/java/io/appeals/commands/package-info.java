@NullMarked
package io.appeals.commands;

import org.jspecify.annotations.NullMarked;
