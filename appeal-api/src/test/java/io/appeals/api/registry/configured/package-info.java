@NullMarked
package io.appeals.api.registry.configured;

import org.jspecify.annotations.NullMarked;
