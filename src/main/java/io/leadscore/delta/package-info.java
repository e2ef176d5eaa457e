/** Pulls what changed, scores the leads it touches, pushes what differs. */
@NullMarked
package io.leadscore.delta;

import org.jspecify.annotations.NullMarked;
