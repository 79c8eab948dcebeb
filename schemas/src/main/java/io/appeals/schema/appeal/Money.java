package io.appeals.schema.appeal;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in an ISO 4217 currency, with the currency's own number of decimals unless more are needed (at most {@value #MAX_SCALE}).
 *
 * @throws IllegalArgumentException for an unknown currency or an amount that is too large or too finely divided
 */
public record Money(BigDecimal value, String currency) {

    public static final int MAX_SCALE = 4;
    public static final int MAX_PRECISION = 19;

    public Money {
        int usualScale = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        BigDecimal shortest = value.stripTrailingZeros();
        if (shortest.scale() > MAX_SCALE || shortest.precision() - shortest.scale() > MAX_PRECISION - MAX_SCALE) {
            throw new IllegalArgumentException("an amount has at most " + (MAX_PRECISION - MAX_SCALE)
                    + " digits before and " + MAX_SCALE + " after the point");
        }
        value = shortest.setScale(Math.max(usualScale, shortest.scale()));
    }
}
