package io.appeals.api.command;

import io.appeals.schema.appeal.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** An amount as it is sent. */
@Schema(name = "Money")
record MoneyBody(
        @Schema(description = "A number, with at most 4 decimals", example = "249.90")
        BigDecimal value,

        @Schema(description = "ISO 4217", example = "EUR") String currency) {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    MoneyBody {
        if (!CURRENCIES.contains(currency)) {
            throw new IllegalArgumentException("'" + currency + "' is no currency of ISO 4217, such as EUR");
        }
        new Money(value, currency);
    }

    Money money() {
        return new Money(value, currency);
    }
}
