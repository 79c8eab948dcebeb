/** Carries platforms' commands to their owners, and the results back. */
@NullMarked
package io.appeals.commands.platform.kafka;

import org.jspecify.annotations.NullMarked;
