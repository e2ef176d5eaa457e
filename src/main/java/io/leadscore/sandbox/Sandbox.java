package io.leadscore.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A HubSpot account in memory, served over HTTP at 127.0.0.1. It answers as HubSpot's public API does, wrong turns
 * included, for the version segments {@code 2026-09} and {@code 2026-03}. Under {@code /openai/v1} it stands in for
 * OpenAI as well, with a key of its own and none of HubSpot's limits. Thread-safe.
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
    private final OpenAi openAi;
    private final ContactLists lists = new ContactLists();
    private final Owners owners;
    private final Map<Long, Long> buyers;
    private final HttpFront front;

    private Sandbox(SandboxOptions options, Seeding seeding) {
        this.options = options;
        Account account = Account.of(options);
        if (options.contacts() > 0) {
            buyers = seeding.plant(account);
        } else {
            buyers = Map.of();
        }
        this.crm = new Crm(account);
        this.owners = account.owners();
        Tokens tokens = new Tokens(options.token(), options.clock());
        RateWindows windows = new RateWindows(options.limits(), options.ticker());
        Gate gate = new Gate(tokens, windows, options.scopes(), options.portalId());
        Routes routes = Api.routes(account, gate, workflows, lists);
        Exchanges hubSpot = new Exchanges(options, routes, new HubSpotVendor(gate), faults, traffic);
        AiConduct conduct = new AiConduct();
        BatchPace pace = new BatchPace();
        AiRecord record = new AiRecord();
        AiFiles files = new AiFiles(options.clock());
        this.openAi = new OpenAi(conduct, pace, record, files, new Traffic());
        Exchanges ai = new Exchanges(
                options,
                OpenAiApi.routes(conduct, pace, record, files, options.clock()),
                new OpenAiVendor(conduct, record),
                faults,
                openAi.traffic());
        this.front =
                new HttpFront(options.port(), request -> (request.path().startsWith(OpenAi.PATH + "/") ? ai : hubSpot)
                        .reply(request));
    }

    /** Seeds the data and listens; returns when calls are answered. */
    public static Sandbox start(SandboxOptions options) {
        return start(options, Seeding.PROPORTIONS);
    }

    /** The same with another kind of data. */
    public static Sandbox start(SandboxOptions options, Seeding seeding) {
        return new Sandbox(options, seeding);
    }

    /** Where it answers, without a path. */
    public URI baseUrl() {
        return front.baseUrl();
    }

    /** The bearer token that never expires. */
    public String token() {
        return options.token();
    }

    /** Where the OpenAI stand-in answers: what {@code OPENAI_BASE_URL} is set to. */
    public URI openAiBaseUrl() {
        return URI.create(baseUrl() + OpenAi.PATH);
    }

    /** The key that the OpenAI stand-in accepts. */
    public String openAiKey() {
        return OpenAi.KEY;
    }

    public OpenAi openAi() {
        return openAi;
    }

    public Crm crm() {
        return crm;
    }

    /** The faults to come, of HubSpot's paths and OpenAI's. */
    public Faults faults() {
        return faults;
    }

    /** The calls to HubSpot; those to OpenAI are in {@link OpenAi#traffic}. */
    public Traffic traffic() {
        return traffic;
    }

    /**
     * The contacts that are to buy between now and an instant, as the seeded story goes on; nobody's where there is no
     * story. Nothing of it is to be seen over HTTP.
     */
    public Set<Long> buyersUntil(Instant until) {
        return buyers.entrySet().stream()
                .filter(buyer -> buyer.getValue() <= until.toEpochMilli())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public Workflows workflows() {
        return workflows;
    }

    public ContactLists lists() {
        return lists;
    }

    public Owners owners() {
        return owners;
    }

    @Override
    public void close() {
        front.close();
    }
}
