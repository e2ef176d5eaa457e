package io.leadscore.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class VersionOfBuild implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = VersionOfBuild.class.getPackage().getImplementationVersion();
        return new String[] {"leadscore " + (version == null ? "(not built)" : version)};
    }
}
