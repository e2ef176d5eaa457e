package io.leadscore.ledger;

import io.leadscore.scoring.Centroids;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fit profiles as vectors, by the model that made them. Joins the caller's transaction. Thread-safe. */
public final class FitVectors {

    private static final List<String> KEY = List.of("portal_id", "model", "profile");
    private static final List<String> COLUMNS = List.of("portal_id", "model", "profile", "vector");

    private static final String JOINED =
            Statements.KEYS + " LEFT JOIN fit_vector v ON v.portal_id = ? AND v.model = ? AND v.profile = k.id";

    private final Statements statements;
    private final String upsert;

    FitVectors(Statements statements) {
        this.statements = statements;
        this.upsert = statements.dialect().upsert("fit_vector", KEY, COLUMNS);
    }

    /** Which of these profiles have a vector. */
    public Set<String> known(long portalId, String model, Collection<String> profiles) {
        Set<String> known = new HashSet<>();
        for (List<String> portion : Statements.portions(profiles)) {
            known.addAll(statements.found(
                    "SELECT v.portal_id, v.profile FROM " + JOINED,
                    to -> to.texts(portion).number(portalId).text(model),
                    Row::text));
        }
        return known;
    }

    /** Remembers vectors by profile. */
    public void record(long portalId, String model, Map<String, float[]> vectors) {
        statements.batch(upsert, vectors.entrySet(), (vector, to) -> to.number(portalId)
                .text(model)
                .text(vector.getKey())
                .text(written(vector.getValue())));
    }

    /** The vectors of those of these profiles that have one. */
    public Map<String, float[]> get(long portalId, String model, Collection<String> profiles) {
        Map<String, float[]> vectors = new HashMap<>();
        for (List<String> portion : Statements.portions(profiles)) {
            statements.found(
                    "SELECT v.portal_id, v.profile, v.vector FROM " + JOINED,
                    to -> to.texts(portion).number(portalId).text(model),
                    row -> vectors.put(row.text(), read(row.text())));
        }
        return vectors;
    }

    /** How much each profile is like won rather than lost customers; the vectors themselves are not kept in memory. */
    Map<String, Double> lookAlikes(long portalId, String model, Centroids centroids) {
        Map<String, Double> alike = new HashMap<>();
        statements.query(
                "SELECT profile, vector FROM fit_vector WHERE portal_id = ? AND model = ?",
                to -> to.number(portalId).text(model),
                row -> alike.put(row.text(), centroids.lookAlike(read(row.text()))));
        return alike;
    }

    private static String written(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static float[] read(String written) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(written)).order(ByteOrder.LITTLE_ENDIAN);
        float[] vector = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(vector);
        return vector;
    }
}
