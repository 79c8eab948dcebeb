package io.appeals.api.bench;

/** The ways that are measured. */
enum RouteName {
    RAW("raw"),
    IN_PROCESS("in-process"),
    HTTP("http"),
    NDJSON("http-ndjson");

    private final String label;

    RouteName(String label) {
        this.label = label;
    }

    /** In tables and files. */
    @Override
    public String toString() {
        return label;
    }
}
