package io.appeals.api.settings;

/** A setting that the node cannot start with; the message is a whole sentence for whoever starts it. */
public class InvalidSetting extends RuntimeException {

    public InvalidSetting(Setting setting, String problem) {
        super(setting.key() + " (" + setting.environmentVariable() + "): " + problem);
    }
}
