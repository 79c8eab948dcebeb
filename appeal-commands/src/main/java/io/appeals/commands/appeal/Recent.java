package io.appeals.commands.appeal;

import java.util.ArrayList;
import java.util.List;

/** Lists that grow by one. Ids of things past are remembered up to a number, so that a long case does not become a heavy one. */
final class Recent {

    private static final int REMEMBERED = 100;

    private Recent() {}

    static <T> List<T> appended(List<T> before, T added) {
        List<T> after = new ArrayList<>(before.size() + 1);
        after.addAll(before);
        after.add(added);
        return List.copyOf(after);
    }

    /** The latest ones only. */
    static List<String> with(List<String> before, String added) {
        return appended(before.size() < REMEMBERED ? before : before.subList(1, before.size()), added);
    }
}
