@NullMarked
package io.appeals.projections;

import org.jspecify.annotations.NullMarked;
