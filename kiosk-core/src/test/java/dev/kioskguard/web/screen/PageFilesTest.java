package dev.kioskguard.web.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageFilesTest {

    private final PageFiles files = new PageFiles();

    @Test
    void whatTheDocumentAsksForHoldsAllThatItImports() {
        String document = text(PageFiles.DOCUMENT);

        assertThat(document).contains("/screen/page.css").contains("/screen/screen.js");
        assertThat(text("page.css")).contains("[data-layout=\"warning-board\"]").doesNotContain("@import");
        assertThat(text("screen.js")).contains("function articleOf").doesNotContainPattern("(?m)^(import|export)");
    }

    @Test
    void aModuleComesAfterWhatItImportsAndOnce() {
        var modules = Map.of(
                "top.js", "import { a } from './left.js';\nimport { b } from './right.js';\na(b);\n",
                "left.js", "import { b } from './right.js';\nexport function a() {\n}\n",
                "right.js", "const own = 1;\nexport const b = own;\n");

        assertThat(Joined.script("top.js", modules::get)).isEqualTo("""
                        const module$right = (() => {
                        const own = 1;
                        const b = own;
                        return { b };
                        })();
                        const module$left = (() => {
                        const { b } = module$right;
                        function a() {
                        }
                        return { a };
                        })();
                        const module$top = (() => {
                        const { a } = module$left;
                        const { b } = module$right;
                        a(b);
                        return {  };
                        })();
                        """);
    }

    @Test
    void whatCannotBeJoinedIsRefusedInsteadOfServed() {
        for (String odd : List.of("export default 1;\n", "import x from './y.js';\n", "export { a };\n")) {
            assertThatThrownBy(() -> Joined.script("odd.js", name -> odd))
                    .as(odd)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("odd.js");
        }
        assertThatThrownBy(() -> Joined.script("self.js", name -> "import { a } from './self.js';\n"))
                .hasMessageContaining("imports itself");
        assertThatThrownBy(() -> Joined.style("odd.css", name -> "@import url(x.css);\n"))
                .hasMessageContaining("odd.css");
    }

    @Test
    void nothingElseOfTheClassPathIsThere() {
        assertThat(files.find("PageFiles.class")).isEmpty();
        assertThat(files.find("../desk/desk.css")).isEmpty();
        assertThat(files.find("none.svg")).isEmpty();
    }

    private String text(String name) {
        return files.find(name).orElseThrow().text();
    }
}
