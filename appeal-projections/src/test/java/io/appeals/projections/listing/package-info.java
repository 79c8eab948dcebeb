@NullMarked
package io.appeals.projections.listing;

import org.jspecify.annotations.NullMarked;
