/** The topics as a product: what is in each and how it is read, generated from the catalogue and the schemas. */
@NullMarked
package io.appeals.api.topics;

import org.jspecify.annotations.NullMarked;
