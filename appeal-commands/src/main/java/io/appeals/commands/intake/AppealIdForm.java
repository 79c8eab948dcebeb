package io.appeals.commands.intake;

import java.util.function.Predicate;

/** UUIDs of version 5 (RFC 9562) in lower case, the form of every appeal's id. */
final class AppealIdForm implements Predicate<String> {

    private static final String FORM = "hhhhhhhh-hhhh-5hhh-vhhh-hhhhhhhhhhhh";
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final String VARIANTS = "89ab";

    @Override
    public boolean test(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            if (!fits(FORM.charAt(i), text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char form, char found) {
        return switch (form) {
            case 'h' -> HEXADECIMAL.indexOf(found) >= 0;
            case 'v' -> VARIANTS.indexOf(found) >= 0;
            default -> found == form;
        };
    }
}
