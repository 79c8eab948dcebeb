/** The API's own documentation, served by the API. */
@NullMarked
package io.appeals.api.docs;

import org.jspecify.annotations.NullMarked;
