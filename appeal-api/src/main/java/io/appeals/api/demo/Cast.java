package io.appeals.api.demo;

import io.appeals.api.demo.Person.Role;
import java.util.List;
import java.util.stream.IntStream;

/** Everybody who appears in a run. */
record Cast(
        Person platform, List<Person> sellers, List<Person> reviewers, List<Person> supervisors, List<Person> lawyers) {

    private static final List<String> SIGNERS = List.of(
            "Ada Lindqvist", "Bram de Wit", "Chiara Conti", "Dario Novak", "Elif Kaya", "Freya Holm", "Goran Petrov");

    /** @param sellers how many sellers there are, 1 or more */
    static Cast of(int sellers) {
        return new Cast(
                new Person(Role.PLATFORM, "marketplace", "The marketplace"),
                IntStream.rangeClosed(1, sellers).mapToObj(Cast::seller).toList(),
                people(Role.REVIEWER, "rev-ines", "rev-jonas", "rev-kamala", "rev-luca", "rev-mei", "rev-noor"),
                people(Role.SUPERVISOR, "sup-olga", "sup-pavel", "sup-quentin", "sup-ruth"),
                people(Role.REPRESENTATIVE, "law-sato", "law-tamm", "law-ueda"));
    }

    private static Person seller(int number) {
        return new Person(Role.SELLER, "S-" + (1_000 + number), SIGNERS.get(number % SIGNERS.size()));
    }

    private static List<Person> people(Role role, String... ids) {
        return List.of(ids).stream().map(id -> new Person(role, id, id)).toList();
    }
}
