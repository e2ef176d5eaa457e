/** The only room that speaks SQL: the mirror of facts, and everything that the jobs remember. */
@NullMarked
package io.leadscore.ledger;

import org.jspecify.annotations.NullMarked;
