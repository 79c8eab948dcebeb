/** What happens, told to those who want to hear it: as a stream of server-sent events, and to webhooks. */
@NullMarked
package io.appeals.api.feed;

import org.jspecify.annotations.NullMarked;
