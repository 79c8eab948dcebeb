package io.appeals.api.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What operators grant is what the code says is needed. */
class ShippedAclsTest {

    private static final PlatformTopics ACME = new PlatformTopics("acme");

    @ParameterizedTest
    @EnumSource
    void aFileGrantsExactlyWhatTheCodeSaysIsNeeded(ShippedAcls acls) {
        assertThat(acls.lines()).containsExactlyElementsOf(AclFile.lines(acls.rights()));
    }

    @Test
    void everyFileIsNamedOnThePage() throws IOException {
        String page = Files.readString(ShippedAcls.FOLDER.resolve("README.md"));

        for (ShippedAcls acls : ShippedAcls.values()) {
            assertThat(page).contains("`" + acls.file().getFileName() + "`");
        }
    }

    @Test
    void nobodyButTheProductSeesSecretsOrWritesWhatFollowsFromCommands() {
        for (ShippedAcls acls : List.of(
                ShippedAcls.ANALYST,
                ShippedAcls.OPERATOR,
                ShippedAcls.PLATFORM,
                ShippedAcls.PLATFORM_RESULTS,
                ShippedAcls.PLATFORM_OWN)) {
            assertThat(acls.rights())
                    .doesNotContain(Right.on(Topic.WEBHOOKS, AclOperation.READ))
                    .filteredOn(right -> right.operation() == AclOperation.WRITE)
                    .isSubsetOf(
                            Right.on(Topic.COMMANDS, AclOperation.WRITE),
                            Right.onTopic(ACME.commands(), AclOperation.WRITE));
        }
    }

    @Test
    void aNodeWithoutAlertmanagerNeedsOneRightLess() {
        assertThat(ProductRights.of(true, List.of())).containsAll(ProductRights.of(false, List.of()));
        assertThat(AclFile.lines(ProductRights.of(true, List.of())))
                .filteredOn(line ->
                        !AclFile.lines(ProductRights.of(false, List.of())).contains(line))
                .containsExactly("--operation Read --group appeals-alertmanager-v1");
    }

    @Test
    void whatANodeNeedsForAPlatformIsGrantedForAllByTheBeginningsOfNames() {
        List<Right> granted = ProductRights.forAnyPlatforms();

        assertThat(ProductRights.of(false, List.of(ACME)))
                .filteredOn(right -> !ProductRights.of(false, List.of()).contains(right))
                .isNotEmpty()
                .allMatch(needed -> granted.stream()
                        .anyMatch(right -> right.operation() == needed.operation()
                                && right.isOn(needed.resource().resourceType())
                                && needed.name().startsWith(right.name())));
    }
}
