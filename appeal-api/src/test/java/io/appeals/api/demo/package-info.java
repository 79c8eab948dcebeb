@NullMarked
package io.appeals.api.demo;

import org.jspecify.annotations.NullMarked;
