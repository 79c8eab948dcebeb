/** The write side: the door through which every command comes. */
@NullMarked
package io.appeals.commands;

import org.jspecify.annotations.NullMarked;
