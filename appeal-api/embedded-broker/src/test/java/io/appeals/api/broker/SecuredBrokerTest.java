package io.appeals.api.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The fixture is as strict as a company's cluster, or tests on it would prove nothing. */
@Tag("broker")
@Timeout(60)
class SecuredBrokerTest {

    @TempDir
    static Path folder;

    private static SecuredBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(folder);
        try (Admin admin = admin(broker.administrator())) {
            admin.createTopics(List.of(new NewTopic("kept-from-others", Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            "visitor", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), "right")))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static Admin admin(Map<String, String> login) {
        Map<String, Object> settings = new HashMap<>(login);
        settings.put("bootstrap.servers", broker.bootstrapServers());
        return Admin.create(settings);
    }

    @Test
    void aUserWithoutRightsMayNotEvenKnowATopic() {
        try (Admin visitor = admin(broker.user("visitor", "right"))) {
            assertThatThrownBy(() -> visitor.describeTopics(List.of("kept-from-others"))
                            .allTopicNames()
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
        assertThat(broker.askedOf("visitor"))
                .anySatisfy(asked -> assertThat(asked.operation()).isEqualTo(AclOperation.DESCRIBE))
                .noneSatisfy(asked -> assertThat(asked.allowed()).isTrue());
    }

    @Test
    void nobodyComesInWithAWrongPassword() {
        try (Admin stranger = admin(broker.user("visitor", "wrong"))) {
            assertThatThrownBy(() -> stranger.describeCluster().nodes().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }
}
