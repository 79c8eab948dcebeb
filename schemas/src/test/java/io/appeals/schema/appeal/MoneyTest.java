package io.appeals.schema.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void anAmountHasTheDecimalsOfItsCurrencySoThatEqualAmountsAreEqual() {
        assertThat(money("249.9", "EUR").value()).isEqualTo(new BigDecimal("249.90"));
        assertThat(money("249.9000", "EUR")).isEqualTo(money("249.90", "EUR"));
        assertThat(money("1200.00", "JPY").value()).isEqualTo(new BigDecimal("1200"));
        assertThat(money("1E+3", "USD").value()).isEqualTo(new BigDecimal("1000.00"));
    }

    @Test
    void anAmountDividedMoreFinelyThanItsCurrencyKeepsItsDecimals() {
        assertThat(money("0.0125", "EUR").value()).isEqualTo(new BigDecimal("0.0125"));
    }

    @Test
    void whatCannotBeWrittenToTheLogIsRefused() {
        assertThatThrownBy(() -> money("0.00001", "EUR")).hasMessageContaining("4 after the point");
        assertThatThrownBy(() -> money("1000000000000000", "EUR")).hasMessageContaining("15 digits before");
        assertThatThrownBy(() -> money("1", "EURO")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Money money(String value, String currency) {
        return new Money(new BigDecimal(value), currency);
    }
}
