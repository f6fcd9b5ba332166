package wiredesk.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.EnrichedArticle;

class CopiedFieldTest {

    private final FixedSchemas schemas = new FixedSchemas();
    private final WireFormat<Article> articles = new WireFormat<>(Topics.INGESTED, schemas);
    private final WireFormat<EnrichedArticle> enriched = new WireFormat<>(Topics.ENRICHED, schemas);

    @Test
    void aCopiedFieldMakesTheSameBytesAsAnEncodedOne() {
        for (String headline : new String[] {"A headline", "Łódź", null}) {
            // Given
            Article article =
                    Article.newBuilder(Samples.article()).setHeadline(headline).build();
            EnrichedArticle value = EnrichedArticle.newBuilder(Samples.enriched())
                    .setArticle(article)
                    .build();

            // When
            byte[] bytes = articles.encode(article);

            // Then
            assertThat(articles.isCurrent(bytes)).isTrue();
            assertThat(enriched.encode(bytes, value)).isEqualTo(enriched.encode(value));
        }
    }

    @Test
    void whatAnotherSchemaWroteIsNotCurrent() {
        assertThat(articles.isCurrent(new byte[] {0, 0, 0, 0, 99, 1})).isFalse();
        assertThat(articles.isCurrent(new byte[] {0})).isFalse();
    }
}
