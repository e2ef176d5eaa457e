@NullMarked
package io.leadscore.schedule;

import org.jspecify.annotations.NullMarked;
