package wiredesk.ingest;

import wiredesk.ingest.revision.Standing;
import wiredesk.ingest.similarity.Origin;

/** What is remembered of an article under its uri: the version that stands, and where the article comes from. */
record Remembered(Standing standing, Origin origin) {}
