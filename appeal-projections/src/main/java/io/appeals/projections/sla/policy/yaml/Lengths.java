package io.appeals.projections.sla.policy.yaml;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as they are written: {@code 5d}, {@code 48h}, {@code 30m}, {@code 1d 12h}; a day is 24 hours of counted time. */
final class Lengths {

    private static final Pattern LENGTH = Pattern.compile("(?:(\\d{1,4})d)? ?(?:(\\d{1,5})h)? ?(?:(\\d{1,6})m)?");

    private static final Duration LONGEST = Duration.ofDays(3650);

    private Lengths() {}

    /** A positive length; an hour, with a note, where there is none. */
    static Duration of(YamlNode node) {
        String text = node.text();
        Matcher parts = LENGTH.matcher(text);
        if (parts.matches() && !text.isEmpty()) {
            Duration length = Duration.ofDays(number(parts, 1))
                    .plusHours(number(parts, 2))
                    .plusMinutes(number(parts, 3));
            if (length.isPositive() && length.compareTo(LONGEST) <= 0) {
                return length;
            }
        }
        if (!text.isEmpty()) {
            node.problem("expected a length of time such as 5d, 48h or 1d 12h, up to 3650d, but found '" + text + "'");
        }
        return Duration.ofHours(1);
    }

    private static long number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
