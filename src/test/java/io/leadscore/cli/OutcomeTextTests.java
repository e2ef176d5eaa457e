package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.scoring.AgeOffset;
import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.OutcomeKind;
import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.PackagedProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model is told in the words of what the account takes for success. */
class OutcomeTextTests {

    private static final Calibration CALIBRATION = new Calibration(0.217, 400, 90, true, 90, curve());

    @Test
    void whereDealsAreWonThoseAreWhatIsTold() {
        assertThat(CalibrationText.of(weights(OutcomeKind.DEAL_WON)))
                .startsWith(
                        "The close probability is the chance that a deal is won within 90 days. The base rate, from the"
                                + " deals that were old enough and the profile's prior, is 21.7 %.",
                        "400 closed deals, 90 of them won.");
        assertThat(Chance.of(weights(OutcomeKind.DEAL_WON)))
                .extracting(Chance::of)
                .startsWith("new deal", "deal of 30 days", "never a deal", "closed deals only", "new deal");
    }

    @Test
    void whereContactsSucceedNoDealIsTold() {
        assertThat(CalibrationText.of(weights(OutcomeKind.LIFECYCLE_CUSTOMER)))
                .startsWith(
                        "The close probability is the chance that a contact becomes a customer within 90 days. The base"
                                + " rate, from the contacts that were old enough and the profile's prior, is 21.7 %.",
                        "400 contacts whose outcome is known, 90 of them won.");
        assertThat(Chance.of(weights(OutcomeKind.EITHER)))
                .extracting(Chance::of)
                .startsWith("new contact", "contact of 60 days", "new contact")
                .noneMatch(of -> of.contains("deal"));
    }

    private static WeightSet weights(OutcomeKind kind) {
        return WeightSet.initial(1, ModelsFixture.NOW, "1.0", PackagedProfile.with(kind), CohortRates.NONE)
                .withCalibration(CALIBRATION, null);
    }

    private static ProbabilityCurve curve() {
        return new ProbabilityCurve(
                ProbabilityCurve.Shape.LOGISTIC,
                -3.1,
                List.of(4.2),
                List.of(),
                List.of(new AgeOffset(0, 0), new AgeOffset(30, -0.7)),
                -1.5,
                -0.9,
                List.of(new AgeOffset(0, 0), new AgeOffset(60, -0.4)),
                List.of());
    }
}
