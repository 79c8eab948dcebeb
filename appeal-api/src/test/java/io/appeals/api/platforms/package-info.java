@NullMarked
package io.appeals.api.platforms;

import org.jspecify.annotations.NullMarked;
