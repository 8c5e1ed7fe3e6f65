package dev.kioskguard.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({"zh,ZH", "zh-CN,ZH", "en,EN", "EN-us,EN", "fr,ZH", "'',ZH"})
    void anUnknownTagIsChinese(String tag, Language language) {
        assertThat(Language.of(tag)).isEqualTo(language);
    }

    @Test
    void aMonthAndASentenceAreWrittenAsTheLanguageWritesThem() {
        YearMonth march = YearMonth.of(2026, Month.MARCH);
        assertThat(Language.ZH.month(march)).isEqualTo("2026年3月");
        assertThat(Language.EN.month(march)).isEqualTo("March 2026");
        assertThat(Language.ZH.sentence("先问一问")).isEqualTo("先问一问。");
        assertThat(Language.EN.sentence("Ask first.")).isEqualTo("Ask first.");
    }
}
