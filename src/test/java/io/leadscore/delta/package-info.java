@NullMarked
package io.leadscore.delta;

import org.jspecify.annotations.NullMarked;
