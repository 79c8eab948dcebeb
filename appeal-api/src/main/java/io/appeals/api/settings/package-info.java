/** What can be configured. */
@NullMarked
package io.appeals.api.settings;

import org.jspecify.annotations.NullMarked;
