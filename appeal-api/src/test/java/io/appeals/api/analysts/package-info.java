@NullMarked
package io.appeals.api.analysts;

import org.jspecify.annotations.NullMarked;
