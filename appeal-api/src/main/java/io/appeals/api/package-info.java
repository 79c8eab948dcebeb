/** The product's HTTP face and the wiring of a node. */
@NullMarked
package io.appeals.api;

import org.jspecify.annotations.NullMarked;
