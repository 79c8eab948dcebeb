package io.appeals.schema.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppealIdTest {

    /** RFC 9562, appendix A.4. */
    @Test
    void nameBasedIdsAreThoseOfTheStandard() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertThat(AppealId.nameBased(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void theSameMatterHasTheSameIdForEver() {
        assertThat(AppealId.of("seller-1", SubjectType.LISTING, "L-1001"))
                .isEqualTo(AppealId.of("seller-1", Subject.of(SubjectType.LISTING, "L-1001")))
                .isEqualTo("9877910e-dd21-5caa-b6ba-7b7c000e4c7d");
    }

    @Test
    void anotherSellerTypeOrReferenceIsAnotherMatter() {
        String id = AppealId.of("seller-1", SubjectType.LISTING, "L-1001");

        assertThat(AppealId.of("seller-2", SubjectType.LISTING, "L-1001")).isNotEqualTo(id);
        assertThat(AppealId.of("seller-1", SubjectType.FEE, "L-1001")).isNotEqualTo(id);
        assertThat(AppealId.of("seller-1", SubjectType.LISTING, "L-1002")).isNotEqualTo(id);
    }
}
