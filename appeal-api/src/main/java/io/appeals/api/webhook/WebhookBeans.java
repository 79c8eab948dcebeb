package io.appeals.api.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.settings.InvalidSetting;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.appeals.api.webhook.delivery.MessageBody;
import io.appeals.api.webhook.delivery.RetrySchedule;
import io.appeals.api.webhook.endpoint.AddressRules;
import io.appeals.api.webhook.endpoint.EndpointRules;
import io.appeals.api.webhook.endpoint.PatientNames;
import io.appeals.api.webhook.endpoint.WebhookSender;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How webhooks are sent on this node, by its settings. */
@Factory
class WebhookBeans {

    @Singleton
    AddressRules addresses(Settings settings) {
        try {
            return AddressRules.opening(settings.text(Setting.WEBHOOKS_ALLOWED_NETWORKS));
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(Setting.WEBHOOKS_ALLOWED_NETWORKS, String.valueOf(e.getMessage()));
        }
    }

    @Singleton
    @Bean(preDestroy = "close")
    PatientNames names(Settings settings) {
        return new PatientNames(settings.duration(Setting.WEBHOOKS_TIMEOUT));
    }

    @Singleton
    EndpointRules endpoints(Settings settings, AddressRules addresses, PatientNames names) {
        return new EndpointRules(settings.flag(Setting.WEBHOOKS_ALLOW_HTTP), addresses, names);
    }

    @Singleton
    @Bean(preDestroy = "close")
    WebhookSender sender(Settings settings, AddressRules addresses, PatientNames names) {
        return new WebhookSender(addresses, names, settings.duration(Setting.WEBHOOKS_TIMEOUT));
    }

    @Singleton
    RetrySchedule schedule(Settings settings) {
        try {
            return new RetrySchedule(settings.durations(Setting.WEBHOOKS_RETRY_PAUSES));
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(Setting.WEBHOOKS_RETRY_PAUSES, String.valueOf(e.getMessage()));
        }
    }

    @Singleton
    MessageBody body(ObjectMapper mapper) {
        return new MessageBody(mapper);
    }
}
