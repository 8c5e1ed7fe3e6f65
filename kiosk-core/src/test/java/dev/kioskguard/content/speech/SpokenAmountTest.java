package dev.kioskguard.content.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenAmountTest {

    private static final Map<String, String> UNITS =
            Map.of("ten", "十", "hundred", "百", "thousand", "千", "wan", "万", "yi", "亿", "point", "点", "yuan", "元");

    @ParameterizedTest
    @CsvSource({
        "0, 零元",
        "5, 零点零五元",
        "10, 零点一元",
        "100, 一元",
        "1000, 十元",
        "1200, 十二元",
        "2000, 二十元",
        "10000, 一百元",
        "11000, 一百一十元",
        "10100, 一百零一元",
        "100100, 一千零一元",
        "123456, 一千二百三十四点五六元",
        "1000000, 一万元",
        "2000000, 二万元",
        "1050020, 一万零五百点二元",
        "1100000, 一万一千元",
        "11000000, 十一万元",
        "20000100, 二十万零一元",
        "110011000, 一百一十万零一百一十元",
        "10000000000, 一亿元",
        "10000300000, 一亿零三千元",
        "10030000000, 一亿零三十万元",
        "1000000001000, 一百亿零一十元",
    })
    void anAmountIsSaidAsAChineseVoiceSaysIt(long minor, String said) {
        assertThat(said(minor)).isEqualTo(said);
    }

    @Test
    void noTwoAmountsSoundTheSameAndEveryClipIsKnown() {
        Random random = new Random(3);
        Map<String, Long> heard = random.longs(2_000, 0, 100_000_000_00L)
                .distinct()
                .boxed()
                .collect(Collectors.toMap(SpokenAmountTest::said, minor -> minor));
        assertThat(heard).hasSizeGreaterThan(1_900);
        assertThat(heard.values())
                .allSatisfy(minor -> assertThat(SpokenAmount.CLIPS).containsAll(SpokenAmount.clips(minor)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, SpokenAmount.MINOR_MAX + 1, Long.MAX_VALUE})
    void whatHasNoReadingIsRefused(long minor) {
        assertThatThrownBy(() -> SpokenAmount.clips(minor)).isInstanceOf(IllegalArgumentException.class);
        assertThat(SpokenAmount.clips(SpokenAmount.MINOR_MAX)).as("control").isNotEmpty();
    }

    private static String said(long minor) {
        return SpokenAmount.clips(minor).stream()
                .map(clip -> clip.substring("say.number.".length()))
                .map(word -> word.matches("[0-9]")
                        ? "零一二三四五六七八九".substring(word.charAt(0) - '0').substring(0, 1)
                        : UNITS.get(word))
                .collect(Collectors.joining());
    }
}
