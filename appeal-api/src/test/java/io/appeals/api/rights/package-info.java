@NullMarked
package io.appeals.api.rights;

import org.jspecify.annotations.NullMarked;
