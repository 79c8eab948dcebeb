@NullMarked
package io.appeals.api.settings;

import org.jspecify.annotations.NullMarked;
