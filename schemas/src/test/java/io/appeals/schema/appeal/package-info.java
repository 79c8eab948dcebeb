@NullMarked
package io.appeals.schema.appeal;

import org.jspecify.annotations.NullMarked;
