@NullMarked
package io.leadscore.ai;

import org.jspecify.annotations.NullMarked;
