@NullMarked
package io.leadscore.recalibration;

import org.jspecify.annotations.NullMarked;
