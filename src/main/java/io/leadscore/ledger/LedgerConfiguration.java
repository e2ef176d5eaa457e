package io.leadscore.ledger;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The ledger among other rooms. Expects a {@link LedgerDatabase} among the beans, opened by whoever starts the context, so
 * that a failure to open is told as it is; it is migrated already, and Flyway is to be left out of the context.
 */
@Configuration(proxyBeanMethods = false)
@Import(LedgerDoors.class)
public class LedgerConfiguration {}
