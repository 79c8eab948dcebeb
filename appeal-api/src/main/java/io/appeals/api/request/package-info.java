/** How requests' bodies are read: every error in them is found at once, and nothing is guessed. */
@NullMarked
package io.appeals.api.request;

import org.jspecify.annotations.NullMarked;
