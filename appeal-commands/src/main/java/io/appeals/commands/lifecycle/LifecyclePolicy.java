package io.appeals.commands.lifecycle;

import java.time.Duration;

/**
 * How long each side has, and how much a case may hold; all of it positive.
 *
 * @param filingWindows from the enforcement (or the seller's own opening) to the submission
 * @param escalationWindow from a decision to its escalation or external referral
 * @param reopeningWindow from a withdrawal or lapse to the seller's reopening
 * @param sellerResponse what the seller has for an information request that names no deadline
 * @param thirdPartyResponse the same for a third party
 * @param evidenceAtMost pieces of evidence in one case
 * @param mandatesAtMost mandates in one case, revoked and expired ones included
 */
public record LifecyclePolicy(
        FilingWindows filingWindows,
        Duration escalationWindow,
        Duration reopeningWindow,
        Duration sellerResponse,
        Duration thirdPartyResponse,
        int evidenceAtMost,
        int mandatesAtMost) {

    public LifecyclePolicy {
        positive("escalationWindow", escalationWindow);
        positive("reopeningWindow", reopeningWindow);
        positive("sellerResponse", sellerResponse);
        positive("thirdPartyResponse", thirdPartyResponse);
        if (evidenceAtMost < 1 || mandatesAtMost < 1) {
            throw new IllegalArgumentException("evidenceAtMost and mandatesAtMost must be 1 or more");
        }
    }

    /** 30 days for filing, escalating and reopening; 72 hours for the seller to answer, 14 days for a third party. */
    public static LifecyclePolicy defaults() {
        return new LifecyclePolicy(
                FilingWindows.always(Duration.ofDays(30)),
                Duration.ofDays(30),
                Duration.ofDays(30),
                Duration.ofDays(3),
                Duration.ofDays(14),
                250,
                50);
    }

    /** The same, with these windows for filing. */
    public LifecyclePolicy withFilingWindows(FilingWindows windows) {
        return new LifecyclePolicy(
                windows,
                escalationWindow,
                reopeningWindow,
                sellerResponse,
                thirdPartyResponse,
                evidenceAtMost,
                mandatesAtMost);
    }

    static void positive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be a positive duration, but is " + duration);
        }
    }
}
