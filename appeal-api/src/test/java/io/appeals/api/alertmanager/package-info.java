@NullMarked
package io.appeals.api.alertmanager;

import org.jspecify.annotations.NullMarked;
