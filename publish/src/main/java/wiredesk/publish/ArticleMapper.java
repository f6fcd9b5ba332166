package wiredesk.publish;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wiredesk.publish.release.Embargo;
import wiredesk.publish.routing.ChannelQuery;
import wiredesk.publish.routing.Delivered;
import wiredesk.publish.routing.Delivery;
import wiredesk.publish.routing.DeliveryKind;
import wiredesk.publish.routing.Incoming;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.Channel;
import wiredesk.schemas.record.DeliveryRecord;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.record.Tag;

/** Between the records on the topics and what publish decides over. Avro stops here. */
public final class ArticleMapper {

    private ArticleMapper() {}

    public static Channel channel(ChannelQuery query) {
        return Channel.newBuilder()
                .setName(query.name())
                .setTitle(query.title())
                .setTags(sorted(query.tags()))
                .setMinimumScore(query.minimumScore())
                .setLanguages(sorted(query.languages()))
                .setSources(sorted(query.sources()))
                .setNotNews(query.notNews())
                .build();
    }

    static ChannelQuery query(Channel channel) {
        return new ChannelQuery(
                channel.getName(),
                channel.getTitle(),
                Set.copyOf(channel.getTags()),
                channel.getMinimumScore(),
                Set.copyOf(channel.getLanguages()),
                Set.copyOf(channel.getSources()),
                channel.getNotNews());
    }

    static Incoming incoming(EnrichedArticle enriched, String contentHash) {
        Article article = enriched.getArticle();
        return new Incoming(
                article.getVersion(),
                contentHash,
                switch (article.getPubStatus()) {
                    case usable -> Incoming.Status.USABLE;
                    case withheld -> Incoming.Status.WITHHELD;
                    case canceled -> Incoming.Status.CANCELED;
                },
                article.getLanguage(),
                article.getSource(),
                article.getNotNews() == null,
                enriched.getTags().stream().collect(Collectors.toMap(Tag::getCode, Tag::getScore)),
                article.getEdNote());
    }

    static Embargo embargo(Article article) {
        Instant until = article.getEmbargoedUntil();
        if (article.getEmbargoedIndefinitely()) {
            return new Embargo.Indefinite();
        }
        return until == null ? new Embargo.None() : new Embargo.Until(until);
    }

    /** What a site gets; in a withdrawal or a kill nothing of the text. */
    static PublishedArticle published(EnrichedArticle enriched, Delivery delivery, Instant now) {
        Article article = enriched.getArticle();
        PublishedArticle.Builder record = PublishedArticle.newBuilder()
                .setUri(article.getUri())
                .setVersion(article.getVersion())
                .setVersionCreated(article.getVersionCreated())
                .setLanguage(article.getLanguage())
                .setDelivery(kind(delivery.kind()))
                .setWhy(delivery.why())
                .setPublishedAt(now);
        return switch (delivery.kind()) {
            case WITHDRAW, KILL -> record.build();
            case PUBLISH, CORRECT ->
                record.setFirstCreated(article.getFirstCreated())
                        .setHeadline(article.getHeadline())
                        .setSlugline(article.getSlugline())
                        .setByline(article.getByline())
                        .setUrgency(article.getUrgency())
                        .setEvolvedFrom(article.getEvolvedFrom())
                        .setSubjects(article.getSubjects())
                        .setPlaces(article.getPlaces())
                        .setRightsInfo(article.getRightsInfo())
                        .setZones(article.getZones())
                        .setTags(enriched.getTags())
                        .setNearDuplicateOf(article.getNearDuplicateOf())
                        .build();
        };
    }

    /** What a site is shown of an article, the same however and whenever it comes there. */
    static PublishedArticle shown(EnrichedArticle enriched) {
        List<Tag> tags = enriched.getTags().stream()
                .map(tag -> Tag.newBuilder(tag).setBookVersion("").build())
                .toList();
        EnrichedArticle withoutBook =
                EnrichedArticle.newBuilder(enriched).setTags(tags).build();
        return published(withoutBook, new Delivery("", DeliveryKind.PUBLISH, null), Instant.EPOCH);
    }

    static Map<String, Delivered> delivered(DeliveryRecord record) {
        Map<String, Delivered> delivered = new HashMap<>();
        record.getChannels()
                .forEach((channel, last) -> delivered.put(
                        channel, new Delivered(last.getVersion(), last.getContentHash(), kind(last.getDelivery()))));
        return delivered;
    }

    static DeliveryRecord record(Map<String, Delivered> delivered, byte[] heldUnder) {
        Map<String, wiredesk.schemas.record.Delivered> channels = new HashMap<>();
        delivered.forEach((channel, last) -> channels.put(
                channel,
                wiredesk.schemas.record.Delivered.newBuilder()
                        .setVersion(last.version())
                        .setContentHash(last.contentHash())
                        .setDelivery(kind(last.kind()))
                        .build()));
        return DeliveryRecord.newBuilder()
                .setChannels(channels)
                .setHeldUnder(heldUnder.length == 0 ? null : ByteBuffer.wrap(heldUnder))
                .build();
    }

    private static wiredesk.schemas.record.DeliveryKind kind(DeliveryKind kind) {
        return switch (kind) {
            case PUBLISH -> wiredesk.schemas.record.DeliveryKind.publish;
            case CORRECT -> wiredesk.schemas.record.DeliveryKind.correct;
            case WITHDRAW -> wiredesk.schemas.record.DeliveryKind.withdraw;
            case KILL -> wiredesk.schemas.record.DeliveryKind.kill;
        };
    }

    private static DeliveryKind kind(wiredesk.schemas.record.DeliveryKind kind) {
        return switch (kind) {
            case publish -> DeliveryKind.PUBLISH;
            case correct -> DeliveryKind.CORRECT;
            case withdraw -> DeliveryKind.WITHDRAW;
            case kill -> DeliveryKind.KILL;
        };
    }

    private static List<String> sorted(Set<String> values) {
        return values.stream().sorted().toList();
    }
}
