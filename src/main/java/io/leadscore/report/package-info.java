/** Tells people how it went: run reports, counts and progress. */
@NullMarked
package io.leadscore.report;

import org.jspecify.annotations.NullMarked;
