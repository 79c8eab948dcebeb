@NullMarked
package io.appeals.commands.category.yaml;

import org.jspecify.annotations.NullMarked;
