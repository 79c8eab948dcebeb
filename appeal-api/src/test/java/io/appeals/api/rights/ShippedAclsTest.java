package io.appeals.api.rights;

import static org.assertj.core.api.Assertions.assertThat;

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
                ShippedAcls.ANALYST, ShippedAcls.OPERATOR, ShippedAcls.PLATFORM, ShippedAcls.PLATFORM_RESULTS)) {
            assertThat(acls.rights())
                    .doesNotContain(Right.on(Topic.WEBHOOKS, AclOperation.READ))
                    .filteredOn(right -> right.operation() == AclOperation.WRITE)
                    .isSubsetOf(Right.on(Topic.COMMANDS, AclOperation.WRITE));
        }
    }

    @Test
    void aNodeWithoutAlertmanagerNeedsOneRightLess() {
        assertThat(ProductRights.of(true)).containsAll(ProductRights.of(false));
        assertThat(AclFile.lines(ProductRights.of(true)))
                .filteredOn(line -> !AclFile.lines(ProductRights.of(false)).contains(line))
                .containsExactly("--operation Read --group appeals-alertmanager-v1");
    }
}
