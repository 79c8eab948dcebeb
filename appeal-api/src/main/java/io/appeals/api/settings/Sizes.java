package io.appeals.api.settings;

/** Sizes as people write them. */
final class Sizes {

    private static final int KILO = 1024;

    private Sizes() {}

    /**
     * @param size for instance {@code 256KB}, {@code 2MB} or a number of bytes
     * @throws NumberFormatException when it is none
     * @throws ArithmeticException when it is 2 GB or more
     */
    static int bytes(String size) {
        String text = size.strip();
        int unit = text.endsWith("KB") ? KILO : text.endsWith("MB") ? KILO * KILO : 1;
        String number = unit == 1 ? text : text.substring(0, text.length() - 2);
        return Math.multiplyExact(Integer.parseInt(number.strip()), unit);
    }
}
