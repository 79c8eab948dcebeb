package io.appeals.api.node;

import io.appeals.api.settings.InvalidSetting;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.category.yaml.CategoryFile;
import io.appeals.commands.lifecycle.AvailableActions;
import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.commands.yaml.InvalidFileException;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.yaml.InvalidPoliciesException;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** The rules that this node goes by: the categories, and how long each side has. */
@Factory
class RuleBook {

    @Singleton
    CategoryCatalogue catalogue(Settings settings) {
        if (!settings.isGiven(Setting.CATALOGUE)) {
            return CategoryFile.shipped();
        }
        try {
            return CategoryFile.read(Path.of(settings.text(Setting.CATALOGUE)));
        } catch (InvalidFileException e) {
            throw new InvalidSetting(Setting.CATALOGUE, String.valueOf(e.getMessage()));
        }
    }

    @Singleton
    PolicyBook slaPolicies(Settings settings) {
        if (!settings.isGiven(Setting.SLA_POLICIES)) {
            return PolicyFile.shipped();
        }
        try {
            return PolicyFile.read(Path.of(settings.text(Setting.SLA_POLICIES)));
        } catch (InvalidPoliciesException e) {
            throw new InvalidSetting(Setting.SLA_POLICIES, String.valueOf(e.getMessage()));
        }
    }

    @Singleton
    LifecyclePolicy policy(PolicyBook slaPolicies) {
        LifecyclePolicy usual = LifecyclePolicy.defaults();
        return usual.withFilingWindows(new FilingByPolicy(slaPolicies, usual.filingWindows()));
    }

    @Singleton
    AppealDecider decider(CategoryCatalogue catalogue, LifecyclePolicy policy) {
        return new AppealDecider(catalogue, policy);
    }

    @Singleton
    AvailableActions availableActions(AppealDecider decider) {
        return decider.availableActions();
    }
}
