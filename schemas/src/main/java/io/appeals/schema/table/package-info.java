/** Flat rows for analysts: what they would otherwise fold from the events themselves. */
@NullMarked
package io.appeals.schema.table;

import org.jspecify.annotations.NullMarked;
