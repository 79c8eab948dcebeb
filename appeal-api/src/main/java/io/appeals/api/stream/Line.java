package io.appeals.api.stream;

/**
 * One line of a stream.
 *
 * @param number from 1
 * @param text holds the line from {@code from} on, without its end
 * @param tooLong true when the line was longer than is taken; its text is then dropped
 */
record Line(long number, byte[] text, int from, int length, boolean tooLong) {

    boolean isBlank() {
        for (int i = from; i < from + length; i++) {
            if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') {
                return false;
            }
        }
        return !tooLong;
    }
}
