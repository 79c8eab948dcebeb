package io.appeals.api.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerAddressTest {

    @Test
    void severalAreSeparatedByCommas() {
        assertThat(AlertmanagerAddress.read(" http://am-1:9093 ,https://am-2/prefix/,"))
                .extracting(AlertmanagerAddress::toString)
                .containsExactly("http://am-1:9093/api/v2/alerts", "https://am-2/prefix/api/v2/alerts");
    }

    @Test
    void aPasswordIsSentAndNeverShown() {
        List<AlertmanagerAddress> addresses = AlertmanagerAddress.read("https://me:secret@am");

        assertThat(addresses.getFirst().authorization()).contains("Basic bWU6c2VjcmV0");
        assertThat(addresses.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"am-1:9093", "ftp://am", "http:///path", "http://me:secret@a m", "http://am/?x=1"})
    void whatIsNoAddressIsRefusedWithAnExample(String address) {
        assertThatThrownBy(() -> AlertmanagerAddress.read(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no address of an Alertmanager such as http://127.0.0.1:9093")
                .hasMessageNotContaining("secret");
    }
}
