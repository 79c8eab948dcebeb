package io.appeals.commands.platform.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appeals.commands.platform.Platform;
import io.appeals.commands.platform.TrustedActor;
import io.appeals.commands.yaml.InvalidFileException;
import io.appeals.schema.appeal.ActorType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformFileTest {

    @TempDir
    private Path folder;

    @Test
    void itSaysWhichPlatformsThereAreAndWhomEachMayActAs() {
        List<Platform> platforms = PlatformFile.read(file("""
                platforms:
                  - name: acme
                    actors:
                      - {type: PLATFORM, ids: [acme]}
                      - {type: SELLER, ids: ["acme-*", "42"], commands: [OpenAppeal, SubmitAppeal]}
                  - name: fraud-desk
                    actors:
                      - {type: SYSTEM, ids: ["*"], commands: [FlagIntegrity]}
                """));

        assertThat(platforms)
                .containsExactly(
                        new Platform(
                                "acme",
                                List.of(
                                        new TrustedActor(ActorType.PLATFORM, List.of("acme"), Set.of()),
                                        new TrustedActor(
                                                ActorType.SELLER,
                                                List.of("acme-*", "42"),
                                                Set.of("OpenAppeal", "SubmitAppeal")))),
                        new Platform(
                                "fraud-desk",
                                List.of(new TrustedActor(ActorType.SYSTEM, List.of("*"), Set.of("FlagIntegrity")))));
    }

    @Test
    void everyMistakeIsNamedWithItsPlace() {
        assertThat(problems("""
                platforms:
                  - name: Acme Inc
                    actors: []
                  - name: acme
                    sellers: [a]
                    actors:
                      - {type: SELER, ids: ["ac*me"]}
                      - {type: SELLER, ids: [], commands: [Decide]}
                  - name: acme
                    actors:
                      - {type: SELLER, ids: acme}
                """))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .isEqualTo(
                                        "platforms[0].name: expected up to 63 lower-case letters, digits and hyphens,"
                                                + " but found 'Acme Inc'"),
                        problem -> assertThat(problem).isEqualTo("platforms[0].actors: expected at least one"),
                        problem -> assertThat(problem)
                                .isEqualTo("platforms[1].sellers: unknown field; expected one of name, actors"),
                        problem -> assertThat(problem)
                                .startsWith("platforms[1].actors[0].type: expected one of [SELLER, REPRESENTATIVE,")
                                .endsWith("but found 'SELER'"),
                        problem -> assertThat(problem)
                                .isEqualTo(
                                        "platforms[1].actors[0].ids[0]: expected an id, or the beginning of ids with *"
                                                + " at its end, but found 'ac*me'"),
                        problem -> assertThat(problem).isEqualTo("platforms[1].actors[1].ids: expected at least one"),
                        problem -> assertThat(problem)
                                .startsWith("platforms[1].actors[1].commands[0]: expected a type of command, one of"
                                        + " [AcceptDecision, AmendAppeal,")
                                .endsWith("but found 'Decide'"),
                        problem ->
                                assertThat(problem).isEqualTo("platforms[2].name: 'acme' stands in the list already"),
                        problem -> assertThat(problem)
                                .isEqualTo("platforms[2].actors[0].ids: expected a list, but found 'acme'"));
    }

    @Test
    void aFileWithoutPlatformsIsAMistake() {
        assertThat(problems("platforms: []")).containsExactly("platforms: expected at least one");
        assertThat(problems("")).containsExactly("the file: expected the fields platforms");
    }

    @Test
    void aSecondDocumentInItIsNotLeftOutInSilence() {
        String one = "platforms: [{name: acme, actors: [{type: PLATFORM, ids: [acme]}]}]\n";

        assertThat(problems(one + "---\n" + one))
                .containsExactly("line 3, column 1: a second document begins here; one was expected");
    }

    @Test
    void theMessageNamesTheFile() {
        Path missing = folder.resolve("platforms.yaml");

        InvalidFileException invalid =
                catchThrowableOfType(InvalidFileException.class, () -> PlatformFile.read(missing));

        assertThat(invalid).hasMessage("The platforms file " + missing + " cannot be used:\n  there is no such file");
    }

    private List<String> problems(String content) {
        return catchThrowableOfType(InvalidFileException.class, () -> PlatformFile.read(file(content)))
                .problems();
    }

    private Path file(String content) {
        try {
            return Files.writeString(folder.resolve("platforms.yaml"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
