package io.leadscore.scoring;

/**
 * What each band is worth, from 0 to 1, none more than the one before.
 */
public record BandValues(double strong, double good, double neutral, double weak, double poor) {

    static final BandValues DEFAULT = new BandValues(1, 0.75, 0.5, 0.25, 0);

    public BandValues {
        Check.share(strong, "strong");
        Check.share(poor, "poor");
        Check.require(
                strong >= good && good >= neutral && neutral >= weak && weak >= poor,
                "bands must not ascend from strong to poor");
    }

    double of(FitBand band) {
        return switch (band) {
            case STRONG -> strong;
            case GOOD -> good;
            case NEUTRAL -> neutral;
            case WEAK -> weak;
            case POOR -> poor;
        };
    }
}
