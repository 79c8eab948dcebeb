package io.appeals.api.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.settings.InvalidSetting;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.appeals.api.webhook.delivery.MessageBody;
import io.appeals.api.webhook.delivery.RetrySchedule;
import io.appeals.api.webhook.endpoint.AddressRules;
import io.appeals.api.webhook.endpoint.EndpointRules;
import io.appeals.api.webhook.endpoint.WebhookSender;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

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
    EndpointRules endpoints(Settings settings, AddressRules addresses) {
        return new EndpointRules(
                settings.flag(Setting.WEBHOOKS_ALLOW_HTTP), addresses, SystemDefaultDnsResolver.INSTANCE);
    }

    @Singleton
    @Bean(preDestroy = "close")
    WebhookSender sender(Settings settings, AddressRules addresses) {
        return new WebhookSender(
                addresses, SystemDefaultDnsResolver.INSTANCE, settings.duration(Setting.WEBHOOKS_TIMEOUT));
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
