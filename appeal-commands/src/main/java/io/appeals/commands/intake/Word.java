package io.appeals.commands.intake;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Texts made of some ASCII characters, between two lengths. A table answers what a regular expression would: ids are
 * looked at several times in every command, and matching them was the dearest part of deciding.
 */
final class Word implements Predicate<String> {

    private static final int ASCII = 128;

    private final boolean[] first;
    private final boolean[] others;
    private final int shortest;
    private final int longest;

    private Word(String first, String others, int shortest, int longest) {
        this.first = table(first);
        this.others = table(others);
        this.shortest = shortest;
        this.longest = longest;
    }

    /** @param characters as between the brackets of a regular expression */
    static Word of(String characters, int shortest, int longest) {
        return new Word(characters, characters, shortest, longest);
    }

    /** One whose first character is of a smaller choice. */
    static Word beginningWith(String first, String others, int longest) {
        return new Word(first, others, 1, longest);
    }

    private static boolean[] table(String characters) {
        Predicate<String> inClass = Pattern.compile("[" + characters + "]").asMatchPredicate();
        boolean[] table = new boolean[ASCII];
        for (char each = 0; each < ASCII; each++) {
            table[each] = inClass.test(String.valueOf(each));
        }
        return table;
    }

    @Override
    public boolean test(String text) {
        int length = text.length();
        if (length < shortest || length > longest || !contains(first, text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (!contains(others, text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(boolean[] table, char each) {
        return each < ASCII && table[each];
    }
}
