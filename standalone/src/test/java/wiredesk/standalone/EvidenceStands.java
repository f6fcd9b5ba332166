package wiredesk.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import wiredesk.schemas.record.Evidence;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.record.Tag;
import wiredesk.schemas.record.Zone;
import wiredesk.schemas.record.ZoneKind;

/** The guarantee that every tag can be explained: each quote stands at its range, in a zone that may earn a tag. */
public final class EvidenceStands {

    private static final Set<ZoneKind> EARN_NOTHING = EnumSet.of(ZoneKind.box, ZoneKind.credit, ZoneKind.source);

    private EvidenceStands() {}

    public static void in(PublishedArticle article) {
        for (Tag tag : article.getTags()) {
            assertThat(tag.getEvidence()).as("evidence of %s", tag.getCode()).isNotEmpty();
            tag.getEvidence().forEach(evidence -> stands(article, tag, evidence));
        }
    }

    private static void stands(PublishedArticle article, Tag tag, Evidence evidence) {
        Zone zone = article.getZones().get(evidence.getZone());
        int begin = zone.getText().offsetByCodePoints(0, evidence.getBegin());
        int end = zone.getText().offsetByCodePoints(0, evidence.getEnd());
        assertThat(zone.getText().substring(begin, end))
                .as("the words of %s at %s..%s", tag.getCode(), evidence.getBegin(), evidence.getEnd())
                .isEqualTo(evidence.getText());
        assertThat(EARN_NOTHING)
                .as("the kinds of zone that earn nothing, %s did", tag.getCode())
                .doesNotContain(zone.getKind());
    }
}
