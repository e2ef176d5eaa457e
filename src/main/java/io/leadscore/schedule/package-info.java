/** A Quartz trigger starts one Spring Batch job with one window, never twice at once. */
@NullMarked
package io.leadscore.schedule;

import org.jspecify.annotations.NullMarked;
