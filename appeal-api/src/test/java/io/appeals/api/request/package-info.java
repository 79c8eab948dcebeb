@NullMarked
package io.appeals.api.request;

import org.jspecify.annotations.NullMarked;
