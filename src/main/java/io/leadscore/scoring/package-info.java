/** Pure rules: the signals of a lead times weights give an explained score. */
@NullMarked
package io.leadscore.scoring;

import org.jspecify.annotations.NullMarked;
