@NullMarked
package io.appeals.api.command;

import org.jspecify.annotations.NullMarked;
