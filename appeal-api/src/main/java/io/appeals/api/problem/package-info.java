/** How errors are told: RFC 9457 problem details. */
@NullMarked
package io.appeals.api.problem;

import org.jspecify.annotations.NullMarked;
