/** Starts the application and provides the one {@link java.time.InstantSource}. */
@NullMarked
package io.leadscore;

import org.jspecify.annotations.NullMarked;
