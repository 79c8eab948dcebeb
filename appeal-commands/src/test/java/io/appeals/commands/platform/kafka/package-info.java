@NullMarked
package io.appeals.commands.platform.kafka;

import org.jspecify.annotations.NullMarked;
