@NullMarked
package io.appeals.api.registry;

import org.jspecify.annotations.NullMarked;
