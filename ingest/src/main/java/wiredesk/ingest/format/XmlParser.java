package wiredesk.ingest.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMException;
import wiredesk.ingest.copy.Spaces;

/** Runs Woodstox over a text, with everything off that reads, expands or fetches, and bounds on the rest. */
final class XmlParser {

    /** Elements inside elements. What walks the tree may recurse this deep. */
    static final int DEEPEST = 200;

    static final int MOST_ATTRIBUTES = 500;
    static final int LONGEST_ATTRIBUTE = 1 << 20;
    static final int LONGEST_TEXT = 1 << 24;

    /** As nodes they take some 50 MB. */
    static final int MOST_ELEMENTS = 200_000;

    private static final int MOST_CHARACTERS = 1 << 25;

    private static final int LONGEST_MESSAGE = 300;

    /** How Woodstox ends a message. */
    private static final Pattern PLACE = Pattern.compile("\\s*\\bat \\[row,col[^\\]]*\\]: \\[-?\\d+,-?\\d+\\]");

    private static final Pattern DECLARATION_AFTER_SPACE = Pattern.compile("\\s+<\\?xml\\s");
    private static final WstxInputFactory FACTORY = factory();

    private XmlParser() {}

    static Xml parse(String text) {
        // Some programs write an empty line first, where nothing may stand before the declaration.
        int start = DECLARATION_AFTER_SPACE.matcher(text).lookingAt() ? text.indexOf('<') : 0;
        int linesBefore = (int) text.substring(0, start).lines().count();
        return parse(text.substring(start), linesBefore);
    }

    private static Xml parse(String text, int linesBefore) {
        if (Spaces.isBlank(text)) {
            return new Xml.Failed(Reason.of(Kind.EMPTY, "there is nothing in it"));
        }
        try {
            XMLStreamReader2 reader = (XMLStreamReader2) FACTORY.createXMLStreamReader(new StringReader(text));
            XmlTree tree = new XmlTree(reader);
            while (reader.hasNext()) {
                String refused = reader.next() == XMLStreamConstants.DTD ? documentType(reader, text) : tree.take();
                if (refused != null) {
                    return failed(refused, reader.getLocation(), linesBefore);
                }
            }
            return new Xml.Tree(tree.document());
        } catch (XMLStreamException problem) {
            return failed(withoutPlace(problem), problem.getLocation(), linesBefore);
        } catch (DOMException problem) {
            return new Xml.Failed(Reason.of(Kind.MALFORMED, "not XML: " + problem.getMessage()));
        }
    }

    /** What a plain document type names is not fetched, so it says nothing; one that declares something is refused. */
    private static @Nullable String documentType(XMLStreamReader2 reader, String text) {
        char quote = 0;
        for (int i = (int) reader.getLocationInfo().getStartingCharOffset(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                return "a document type declaration with declarations of its own, such as entities: none is read or"
                        + " expanded here, send the document without";
            } else if (c == '>') {
                return null;
            }
        }
        return null;
    }

    /** The named characters of HTML, which XHTML's and NITF's own document types declare; nothing else is known. */
    private static @Nullable Object namedCharacter(String name) {
        String characters = Entities.isNamedEntity(name) ? Entities.getByName(name) : "";
        boolean plain = !characters.isEmpty() && characters.indexOf('<') < 0 && characters.indexOf('&') < 0;
        return plain ? new StringReader(characters) : null;
    }

    private static Xml failed(String problem, @Nullable Location at, int linesBefore) {
        String place = at == null
                ? ""
                : "line %d, column %d: ".formatted(at.getLineNumber() + linesBefore, at.getColumnNumber());
        return new Xml.Failed(Reason.of(Kind.MALFORMED, "not XML as it is read here: " + place + problem));
    }

    private static String withoutPlace(XMLStreamException problem) {
        String message = String.valueOf(problem.getMessage());
        String said = Spaces.clean(PLACE.matcher(message).replaceAll(" "));
        return said.length() > LONGEST_MESSAGE ? said.substring(0, LONGEST_MESSAGE) + "…" : said;
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("it points outside, and nothing is fetched");
        });
        factory.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, (XMLResolver)
                (_, _, _, name) -> namedCharacter(name));
        // So that a fault is an XMLStreamException at once, and not another exception later.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
        factory.setProperty(XMLInputFactory2.P_INTERN_NS_URIS, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, LONGEST_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, MOST_ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, MOST_CHARACTERS);
        return factory;
    }
}
