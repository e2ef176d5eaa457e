/** Tells people how it went: run reports, counts, progress and KPIs. */
@NullMarked
package io.leadscore.report;

import org.jspecify.annotations.NullMarked;
