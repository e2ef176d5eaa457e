package io.leadscore.sandbox;

/** Which endpoint answers which call. */
final class Api {

    private Api() {}

    static Routes routes(Account account, Gate gate, Workflows workflows, ContactLists lists) {
        Routes routes = new Routes();
        String read = "crm.objects.{type}.read";
        String write = "crm.objects.{type}.write";
        String objects = " /crm/objects/{V}/{type}";
        ObjectCreation creation = new ObjectCreation(account);
        routes.add("POST" + objects + "/search", Family.SEARCH, read, new SearchEndpoint(account));
        routes.add("POST" + objects + "/batch/read", Family.GENERAL, read, new BatchReadEndpoint(account));
        routes.add("POST" + objects + "/batch/update", Family.GENERAL, write, new BatchUpdateEndpoint(account));
        routes.add(
                "POST" + objects + "/batch/create", Family.GENERAL, write, new BatchCreateEndpoint(account, creation));
        routes.add("GET" + objects, Family.GENERAL, read, new ListEndpoint(account));
        routes.add(
                "POST /crm/associations/{V}/{from}/{to}/batch/read",
                Family.ASSOCIATIONS,
                read,
                new AssociationReadEndpoint(account));
        new ObjectEndpoints(account, creation).addTo(routes);
        new AssociationWriteEndpoints(account).addTo(routes);
        new PropertyEndpoints(account).addTo(routes);
        new AccountEndpoints(account, gate.windows()).addTo(routes);
        new ListEndpoints(account, lists).addTo(routes);
        new WorkflowEndpoints(account, workflows).addTo(routes);
        new OAuthEndpoints(account.options(), gate.tokens()).addTo(routes);
        return routes;
    }
}
