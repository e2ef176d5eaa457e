/** Each week turns closed deals into candidate weights, judges them, promotes or keeps. */
@NullMarked
package io.leadscore.recalibration;

import org.jspecify.annotations.NullMarked;
