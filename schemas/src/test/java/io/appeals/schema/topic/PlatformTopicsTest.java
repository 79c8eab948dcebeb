package io.appeals.schema.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTopicsTest {

    @Test
    void aPlatformsTopicsBearItsName() {
        PlatformTopics acme = new PlatformTopics("acme-eu");

        assertThat(acme.commands()).isEqualTo("appeals.commands.acme-eu.v1");
        assertThat(acme.results()).isEqualTo("appeals.command-results.acme-eu.v1");
    }

    @Test
    void theyAreKnownByTheirNames() {
        PlatformTopics acme = new PlatformTopics("acme");

        assertThat(acme.likeThoseOfAll().keySet()).allMatch(PlatformTopics::include);
    }

    @ParameterizedTest
    @EnumSource
    void noTopicOfAllIsOneOfAPlatform(Topic topic) {
        assertThat(PlatformTopics.include(topic.topicName())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "acme.v1", "acme_eu", "-acme", "a b"})
    void whatTopicsCannotBeNamedByIsRefused(String name) {
        assertThatThrownBy(() -> new PlatformTopics(name)).hasMessage("'" + name + "' names no platform");
    }
}
