package io.leadscore.sandbox;

import java.net.URI;

/**
 * A HubSpot account in memory, served over HTTP at 127.0.0.1. It answers as HubSpot's public API does, wrong turns
 * included, for the version segments {@code 2026-09} and {@code 2026-03}. Thread-safe.
 */
public final class Sandbox implements AutoCloseable {

    /** What the token endpoint accepts. */
    public static final String CLIENT_ID = "sandbox-client";

    /** What the token endpoint accepts. */
    public static final String CLIENT_SECRET = "sandbox-secret";

    /** What the token endpoint accepts; a refresh returns the same again. */
    public static final String REFRESH_TOKEN = "sandbox-refresh";

    /** What the token endpoint accepts, any number of times. */
    public static final String AUTHORIZATION_CODE = "sandbox-code";

    private final SandboxOptions options;
    private final Crm crm;
    private final Faults faults = new Faults();
    private final Traffic traffic = new Traffic();
    private final Workflows workflows = new Workflows();
    private final HttpFront front;

    private Sandbox(SandboxOptions options) {
        this.options = options;
        Account account = Account.of(options);
        if (options.contacts() > 0) {
            new Seed(account).plant();
        }
        this.crm = new Crm(account);
        Tokens tokens = new Tokens(options.token(), options.clock());
        RateWindows windows = new RateWindows(options.limits(), options.ticker());
        Gate gate = new Gate(tokens, windows, options.scopes(), options.portalId());
        Routes routes = Api.routes(account, gate, workflows);
        this.front = new HttpFront(options.port(), new Exchanges(options, routes, gate, faults, traffic));
    }

    /** Seeds the data and listens; returns when calls are answered. */
    public static Sandbox start(SandboxOptions options) {
        return new Sandbox(options);
    }

    /** Where it answers, without a path. */
    public URI baseUrl() {
        return front.baseUrl();
    }

    /** The bearer token that never expires. */
    public String token() {
        return options.token();
    }

    public Crm crm() {
        return crm;
    }

    public Faults faults() {
        return faults;
    }

    public Traffic traffic() {
        return traffic;
    }

    public Workflows workflows() {
        return workflows;
    }

    @Override
    public void close() {
        front.close();
    }
}
