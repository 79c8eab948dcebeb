package io.appeals.projections.status;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Changes to the lists of a view, which are themselves never changed. */
final class Sequences {

    private Sequences() {}

    static <T> List<T> append(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(element);
        return List.copyOf(longer);
    }

    static <T> List<T> remove(List<T> list, Predicate<T> which) {
        return list.stream().filter(which.negate()).toList();
    }

    /**
     * Replaces the last element that is meant; where names may come again, it is the one that they now mean.
     *
     * @param expected what is missing if there is none
     * @throws UnfoldableEventException if there is none
     */
    static <T> List<T> replaceLast(List<T> list, Predicate<T> which, UnaryOperator<T> change, String expected) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (which.test(list.get(i))) {
                List<T> changed = new ArrayList<>(list);
                changed.set(i, change.apply(list.get(i)));
                return List.copyOf(changed);
            }
        }
        throw new UnfoldableEventException("expected " + expected + ", but there is none");
    }

    /** @throws UnfoldableEventException if there is such an element */
    static <T> void requireNone(List<T> list, Predicate<T> which, String what) {
        if (list.stream().anyMatch(which)) {
            throw new UnfoldableEventException("expected " + what + " to be new, but it is there already");
        }
    }
}
