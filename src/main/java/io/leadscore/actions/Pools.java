package io.leadscore.actions;

import io.leadscore.ledger.Crossing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who may get a lead: those whom the settings name, or else every owner of the account, as far as they are persons, there,
 * and not absent. Who has the lead's state goes before who has its country, and that before who names none. Immutable.
 */
final class Pools {

    private final List<Assignee> assignees;
    private final Set<Long> takers;
    private final LocalDate today;

    /**
     * @param named whom the settings name
     * @param owners the account's owners
     * @param today the local day, for absences
     */
    Pools(List<Assignee> named, List<AccountOwner> owners, LocalDate today) {
        this.takers = owners.stream()
                .filter(AccountOwner::takesLeads)
                .map(AccountOwner::id)
                .collect(Collectors.toSet());
        this.assignees =
                named.isEmpty() ? takers.stream().sorted().map(Assignee::plain).toList() : named;
        this.today = today;
    }

    /** The pools in which somebody for a lead is looked for, in this order; each has at least one member who is there. */
    List<Pool> of(Step.Policy policy, Crossing lead) {
        List<Pool> pools =
                switch (policy) {
                    case ROUND_ROBIN -> List.of(new Pool("all", assignees));
                    case LOAD -> List.of(new Pool("load", assignees));
                    case TERRITORY -> territories(lead);
                    case SIZE -> sizes(lead);
                };
        return pools.stream().filter(pool -> !weights(pool).isEmpty()).toList();
    }

    /** The weights of a pool's members who are there today, by the owner's id. */
    Map<Long, Double> weights(Pool pool) {
        Map<Long, Double> weights = new LinkedHashMap<>();
        for (Assignee member : pool.members()) {
            if (takers.contains(member.id()) && member.absent().stream().noneMatch(absence -> absence.covers(today))) {
                weights.put(member.id(), member.weight());
            }
        }
        return weights;
    }

    private List<Pool> territories(Crossing lead) {
        List<Pool> pools = new ArrayList<>();
        String country = lead.country();
        if (country != null && lead.region() != null) {
            pools.add(territory(country + "-" + lead.region()));
        }
        if (country != null) {
            pools.add(territory(country));
        }
        pools.add(pool("territory elsewhere", one -> one.territories().isEmpty()));
        return pools;
    }

    private Pool territory(String code) {
        return pool("territory " + code, one -> one.territories().contains(code));
    }

    private List<Pool> sizes(Crossing lead) {
        List<Pool> pools = new ArrayList<>();
        Long employees = lead.employees();
        if (employees != null) {
            Predicate<Assignee> has = one -> one.sizes().stream().anyMatch(sizes -> sizes.contain(employees));
            // Ranges may overlap, so that a pool is known by who is in it.
            int members = assignees.stream()
                    .filter(has)
                    .map(Assignee::id)
                    .sorted()
                    .toList()
                    .hashCode();
            pools.add(pool("size " + Integer.toHexString(members), has));
        }
        pools.add(pool("size elsewhere", one -> one.sizes().isEmpty()));
        return pools;
    }

    private Pool pool(String name, Predicate<Assignee> isMember) {
        return new Pool(name, assignees.stream().filter(isMember).toList());
    }
}
