/** Pure maths: split by time, fit, calibrate, evaluate, decide. */
@NullMarked
package io.leadscore.learning;

import org.jspecify.annotations.NullMarked;
