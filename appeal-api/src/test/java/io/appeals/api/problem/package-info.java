@NullMarked
package io.appeals.api.problem;

import org.jspecify.annotations.NullMarked;
