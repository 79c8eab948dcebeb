/** Topics as files, for tools that read files. */
@NullMarked
package io.appeals.api.cli.export;

import org.jspecify.annotations.NullMarked;
