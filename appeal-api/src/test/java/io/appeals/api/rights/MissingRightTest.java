package io.appeals.api.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.projections.sla.topology.SlaTopology;
import io.appeals.projections.topology.StatusTopology;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.TopicProvisioner;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node that lacks any one of its rights does not start, and says which it is and how it is granted. */
@Tag("broker")
@Timeout(60)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class MissingRightTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final PlatformTopics ACME = new PlatformTopics("acme");
    private static final List<Right> NEEDED = ProductRights.of(true, List.of(ACME));

    @TempDir
    static Path folder;

    private static SecuredCluster cluster;
    private static Admin administrator;
    private static Admin product;

    @BeforeAll
    static void start() throws Exception {
        cluster = SecuredCluster.start(folder);
        cluster.add(SecuredCluster.PRODUCT, ShippedAcls.PRODUCT);
        administrator = cluster.administrator();
        for (Right right : NEEDED) {
            // one by one, so that they can be taken away one by one
            if (!ShippedAcls.PRODUCT.rights().contains(right)) {
                grant(right);
            }
        }
        product = cluster.admin(SecuredCluster.PRODUCT);
    }

    @AfterAll
    static void stop() {
        product.close();
        administrator.close();
        cluster.close();
    }

    private static RightsCheck check() {
        return new RightsCheck(NEEDED, "User:appeals");
    }

    @Nested
    @Order(1)
    class OnAClusterWithoutTopics {

        static Stream<Right> creating() {
            return NEEDED.stream().filter(right -> right.operation() == AclOperation.CREATE);
        }

        @ParameterizedTest
        @MethodSource("creating")
        void itIsTheRightToCreateOne(Right right) throws Exception {
            withdraw(right);
            try {
                awaitRefusalNaming(right);
            } finally {
                grant(right);
            }
            awaitConsent();
            assertThat(administrator.listTopics().names().get()).as("created").noneMatch(t -> t.startsWith("appeals"));
        }

        @Test
        void theOthersAreAskedForOnceTheTopicsAreThere() {
            assertThat(check().require(product)).as("all could be asked for").isFalse();
        }
    }

    @Nested
    @Order(2)
    class OnAClusterWithTopics {

        static Stream<Right> working() {
            return NEEDED.stream().filter(right -> right.operation() != AclOperation.CREATE);
        }

        @BeforeAll
        static void topicsAreThere() throws Exception {
            new TopicProvisioner(administrator, 1, Optional.empty(), List.of(ACME)).provision();
            for (String changelog : List.of(StatusTopology.CHANGELOG, SlaTopology.CHANGELOG)) {
                administrator
                        .createTopics(List.of(new NewTopic(changelog, Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
            Instant until = Instant.now().plus(PATIENCE);
            while (!check().require(product)) {
                assertThat(Instant.now()).as("the topics are there").isBefore(until);
            }
        }

        @ParameterizedTest
        @MethodSource("working")
        void itIsAnyOther(Right right) throws Exception {
            withdraw(right);
            try {
                awaitRefusalNaming(right);
            } finally {
                grant(right);
            }
            awaitConsent();
        }

        @Test
        void theRightToCreateTopicsIsNeededNoMore() throws Exception {
            Right creating = onlyOn(ResourceType.TOPIC, AclOperation.CREATE);
            withdraw(creating);
            try {
                assertThat(check().require(product)).isTrue();
            } finally {
                grant(creating);
            }
        }

        @Test
        void whoeverStartsTheNodeIsToldInOneLine() throws Exception {
            Right right = onlyOn(ResourceType.GROUP, AclOperation.READ);
            withdraw(right);
            try {
                awaitRefusalNaming(right);
                assertThat(up().lines())
                        .singleElement()
                        .asString()
                        .startsWith(
                                "appeals: the cluster does not give User:appeals the right Read on group appeals-owners")
                        .contains("--add --allow-principal User:appeals --operation Read --group appeals-owners");
            } finally {
                grant(right);
            }
        }

        private static Right onlyOn(ResourceType type, AclOperation operation) {
            return NEEDED.stream()
                    .filter(right -> right.isOn(type) && right.operation() == operation)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void whoIsNotLetInIsToldWhichSettingsToLookAt() throws Exception {
        StringWriter said = new StringWriter();

        assertThat(cluster.run("nobody", said, "tail", "--bootstrap-servers", cluster.bootstrapServers()))
                .isEqualTo(1);

        assertThat(said.toString().lines())
                .singleElement()
                .asString()
                .startsWith("appeals: the Kafka brokers at " + cluster.bootstrapServers())
                .contains("APPEALS_KAFKA_PROPERTIES", "invalid credentials");
    }

    /** @return what {@code ./appeals up} says when it gives up */
    private static String up() throws IOException {
        StringWriter said = new StringWriter();
        String data = folder.resolve("node").toString();
        assertThat(cluster.run(
                        SecuredCluster.PRODUCT,
                        said,
                        "up",
                        "--port",
                        "0",
                        "--data",
                        data,
                        "--bootstrap-servers",
                        cluster.bootstrapServers()))
                .isEqualTo(1);
        return said.toString();
    }

    private static AclBinding acl(Right right) {
        return new AclBinding(
                right.resource(),
                new AccessControlEntry("User:appeals", "*", right.operation(), AclPermissionType.ALLOW));
    }

    private static void withdraw(Right right) throws ExecutionException, InterruptedException {
        assertThat(administrator
                        .deleteAcls(List.of(acl(right).toFilter()))
                        .all()
                        .get())
                .hasSize(1);
    }

    private static void grant(Right right) throws ExecutionException, InterruptedException {
        administrator.createAcls(List.of(acl(right))).all().get();
    }

    private static void awaitRefusalNaming(Right right) {
        Instant until = Instant.now().plus(PATIENCE);
        Optional<MissingRight> refusal = refusal();
        while (refusal.isEmpty() && Instant.now().isBefore(until)) {
            refusal = refusal();
        }
        assertThat(refusal)
                .get(InstanceOfAssertFactories.THROWABLE)
                .hasMessageStartingWith("the cluster does not give User:appeals the right " + right.operationName()
                        + " on " + right.resourceName() + ":")
                .hasMessageContaining("--allow-principal User:appeals "
                        + AclFile.lines(List.of(right)).getFirst() + ";");
    }

    private static void awaitConsent() {
        Instant until = Instant.now().plus(PATIENCE);
        while (refusal().isPresent()) {
            assertThat(Instant.now()).as("granted again").isBefore(until);
        }
    }

    /** A cluster's brokers hear of a change a moment after it was made: whoever waits for one asks again. */
    private static Optional<MissingRight> refusal() {
        try {
            check().require(product);
            return Optional.empty();
        } catch (MissingRight refused) {
            return Optional.of(refused);
        }
    }
}
