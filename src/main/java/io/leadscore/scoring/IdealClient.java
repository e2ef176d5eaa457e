package io.leadscore.scoring;

import io.leadscore.lead.Country;
import io.leadscore.lead.JobLevel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom the team wants to sell to.
 *
 * @param industries fit by HubSpot's industry
 * @param companySizes fit by number of employees: bands in ascending order
 * @param countries fit by ISO 3166-1 alpha-2 code
 * @param sources fit by HubSpot's original source
 * @param lifecycleStages fit by HubSpot's lifecycle stage
 * @param seniority fit by {@link JobLevel}
 */
public record IdealClient(
        Preferences industries,
        List<SizeBand> companySizes,
        Preferences countries,
        Preferences sources,
        Preferences lifecycleStages,
        Preferences seniority) {

    public IdealClient {
        Check.present(industries, "industries");
        companySizes = Check.copy(companySizes, "company-sizes");
        Check.present(countries, "countries");
        Check.present(sources, "sources");
        Check.present(lifecycleStages, "lifecycle-stages");
        Check.present(seniority, "seniority");
        Check.require(!companySizes.isEmpty(), "company-sizes needs at least one band");
        for (int i = 1; i < companySizes.size(); i++) {
            Check.require(
                    companySizes.get(i - 1).from() < companySizes.get(i).from(),
                    "company-sizes must ascend, but band " + companySizes.get(i).name() + " does not");
        }
        Check.require(
                companySizes.stream().map(SizeBand::name).distinct().count() == companySizes.size(),
                "company-sizes must have different names");
        countries
                .values()
                .keySet()
                .forEach(country -> Check.require(
                        Country.isCode(country),
                        "countries.values." + country + " is not an ISO 3166-1 alpha-2 code such as DE"));
        seniority.values().keySet().forEach(IdealClient::checkLevel);
    }

    /** The band of a company size; null when the size is below the first band. */
    @Nullable
    SizeBand band(long employees) {
        SizeBand found = null;
        for (SizeBand band : companySizes) {
            if (employees < band.from()) {
                break;
            }
            found = band;
        }
        return found;
    }

    private static void checkLevel(String level) {
        Check.require(
                Arrays.stream(JobLevel.values()).anyMatch(known -> known.name().equals(level)),
                "seniority.values." + level + " is not one of " + Arrays.toString(JobLevel.values()));
    }
}
