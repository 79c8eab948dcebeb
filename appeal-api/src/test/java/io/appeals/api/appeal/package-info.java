@NullMarked
package io.appeals.api.appeal;

import org.jspecify.annotations.NullMarked;
