/** Posts SLA alerts to Alertmanager, each by itself, as they are given, renewed and over. */
@NullMarked
package io.appeals.api.alertmanager;

import org.jspecify.annotations.NullMarked;
