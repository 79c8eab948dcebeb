/** The proof that a log is sound. */
@NullMarked
package io.appeals.api.cli.verify;

import org.jspecify.annotations.NullMarked;
