package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who is associated with whom, readable from both ends, and which company is the primary one. Thread-safe. */
final class Associations {

    private final Map<RecordType, Map<RecordType, LinkTable>> tables = new EnumMap<>(RecordType.class);
    private final Map<RecordType, Map<Long, Long>> primaryCompanies = new EnumMap<>(RecordType.class);

    Associations() {
        for (RecordType from : RecordType.values()) {
            Map<RecordType, LinkTable> row = new EnumMap<>(RecordType.class);
            for (RecordType to : RecordType.values()) {
                row.put(to, new LinkTable());
            }
            tables.put(from, row);
            primaryCompanies.put(from, new ConcurrentHashMap<>());
        }
    }

    void link(RecordType from, long fromId, RecordType to, long toId) {
        table(from, to).add(fromId, toId);
        table(to, from).add(toId, fromId);
    }

    /** Links and makes the company of the two the other one's primary company. */
    void linkPrimary(RecordType from, long fromId, RecordType to, long toId) {
        link(from, fromId, to, toId);
        if (to == RecordType.COMPANIES) {
            primaries(from).put(fromId, toId);
        } else if (from == RecordType.COMPANIES) {
            primaries(to).put(toId, fromId);
        }
    }

    void unlink(RecordType from, long fromId, RecordType to, long toId) {
        table(from, to).remove(fromId, toId);
        table(to, from).remove(toId, fromId);
        primaries(from).remove(fromId, toId);
        primaries(to).remove(toId, fromId);
    }

    /** Drops every association of a record. */
    void unlinkAll(RecordType type, long id) {
        for (RecordType other : RecordType.values()) {
            for (long otherId : ids(type, id, other)) {
                unlink(type, id, other, otherId);
            }
        }
    }

    /** Gives one record's associations to another; a primary company only if that one has none. */
    void move(RecordType type, long from, long to) {
        Long primary = primaryCompany(type, from);
        if (primary != null && primaryCompany(type, to) == null) {
            linkPrimary(type, to, RecordType.COMPANIES, primary);
        }
        for (RecordType other : RecordType.values()) {
            for (long otherId : ids(type, from, other)) {
                link(type, to, other, otherId);
            }
        }
        unlinkAll(type, from);
    }

    /** Associated ids, ascending; not to be changed. */
    long[] ids(RecordType from, long fromId, RecordType to) {
        return table(from, to).of(fromId);
    }

    boolean linked(RecordType from, long fromId, RecordType to, long toId) {
        return table(from, to).contains(fromId, toId);
    }

    @Nullable
    Long primaryCompany(RecordType type, long id) {
        return primaries(type).get(id);
    }

    /** The kinds of association between two linked records, seen from the first. */
    List<AssociationType> types(RecordType from, long fromId, RecordType to, long toId) {
        List<AssociationType> types = new ArrayList<>(2);
        AssociationType primary = AssociationType.primary(from, to);
        if (primary != null && isPrimary(from, fromId, to, toId)) {
            types.add(primary);
        }
        types.add(AssociationType.plain(from, to));
        return types;
    }

    private boolean isPrimary(RecordType from, long fromId, RecordType to, long toId) {
        return to == RecordType.COMPANIES
                ? Objects.equals(primaryCompany(from, fromId), toId)
                : Objects.equals(primaryCompany(to, toId), fromId);
    }

    private LinkTable table(RecordType from, RecordType to) {
        return Objects.requireNonNull(Objects.requireNonNull(tables.get(from)).get(to));
    }

    private Map<Long, Long> primaries(RecordType type) {
        return Objects.requireNonNull(primaryCompanies.get(type));
    }
}
