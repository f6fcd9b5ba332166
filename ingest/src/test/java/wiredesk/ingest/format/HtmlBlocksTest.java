package wiredesk.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

class HtmlBlocksTest {

    @Test
    void elementsSayWhatTheirBlocksAre() {
        List<Block> blocks = HtmlBlocks.blocks("""
                <div><h1>Mill</h1><p>In <b>May</b>,
                at last.</p><h3>Why</h3><ul><li>flour<ul><li>white</li></ul></li><li><p>bran</p></li></ul>
                <figure><img src="http://never.invalid/x.png"><figcaption>The wheel</figcaption></figure>
                <aside><p>Wheel</p><ul><li>turns</li></ul><p>9/10</p></aside>
                <blockquote><p>Quote.</p></blockquote><script>no()</script><!-- no --><p> </p></div>""");

        assertThat(blocks)
                .containsExactly(
                        new Block(Hint.HEADLINE, List.of("Mill")),
                        new Block(Hint.PARAGRAPH, List.of("In May, at last.")),
                        new Block(Hint.HEADING, List.of("Why")),
                        new Block(Hint.LIST_ITEM, List.of("flour")),
                        new Block(Hint.LIST_ITEM, List.of("white")),
                        new Block(Hint.LIST_ITEM, List.of("bran")),
                        new Block(Hint.CAPTION, List.of("The wheel")),
                        new Block(Hint.BOX, List.of("Wheel", "turns", "9/10")),
                        new Block(Hint.PARAGRAPH, List.of("Quote.")));
    }

    @Test
    void textOutsideElementsIsPartedByItsBreaks() {
        assertThat(HtmlBlocks.blocks("One.<br><br>Two<br/>lines."))
                .extracting(Block::lines)
                .containsExactly(List.of("One."), List.of("Two", "lines."));
    }

    @Test
    void entitiesAndOpenTagsAreRead() {
        assertThat(HtmlBlocks.blocks("<p>R&amp;D &eacute;t&#233;<p>Two"))
                .extracting(Block::lines)
                .containsExactly(List.of("R&D été"), List.of("Two"));
    }
}
