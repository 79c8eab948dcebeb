package io.appeals.api.cli;

import picocli.CommandLine.IVersionProvider;

/** Which release this is, on which Java. */
final class ProductVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String release = Appeals.class.getPackage().getImplementationVersion();
        return new String[] {"appeals " + (release == null ? "(not packaged)" : release) + ", Java " + Runtime.version()
        };
    }
}
