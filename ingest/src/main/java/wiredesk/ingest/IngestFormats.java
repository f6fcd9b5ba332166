package wiredesk.ingest;

import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.StandingRevision;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.record.ToldStory;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.WireFormat;

/** The formats that ingest reads and writes. */
record IngestFormats(
        WireFormat<Submission> submissions,
        WireFormat<Article> articles,
        WireFormat<StandingRevision> standing,
        WireFormat<ToldStory> told) {

    IngestFormats(SchemaIds schemas) {
        this(
                new WireFormat<>(Topics.SUBMISSIONS, schemas),
                new WireFormat<>(Topics.INGESTED, schemas),
                new WireFormat<>(Topics.STANDING, schemas),
                new WireFormat<>(Topics.SIGNATURES, schemas));
    }
}
