@NullMarked
package io.appeals.commands.platform.yaml;

import org.jspecify.annotations.NullMarked;
