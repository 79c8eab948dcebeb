/** The published language of seller appeals: what others may build on. */
@NullMarked
package io.appeals.schema;

import org.jspecify.annotations.NullMarked;
