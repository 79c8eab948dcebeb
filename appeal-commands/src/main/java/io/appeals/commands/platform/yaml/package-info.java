/** Reads the platforms from YAML. */
@NullMarked
package io.appeals.commands.platform.yaml;

import org.jspecify.annotations.NullMarked;
