package io.appeals.commands.appeal;

import java.util.ArrayList;
import java.util.List;

/** Lists that grow by one. */
final class Grown {

    private static final int REMEMBERED = 100;

    private Grown() {}

    static <T> List<T> appended(List<T> before, T added) {
        List<T> after = new ArrayList<>(before.size() + 1);
        after.addAll(before);
        after.add(added);
        return List.copyOf(after);
    }

    /** Only so many are kept, so that a case with many messages does not become a heavy one. */
    static List<String> latest(List<String> before, String added) {
        return appended(before.size() < REMEMBERED ? before : before.subList(1, before.size()), added);
    }
}
