package dev.kioskguard.content.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The pictograms of a pack, {@code signs/NAME.svg}: plain shapes and nothing that a browser would run or fetch, because
 * they are shown on the page that the customer trusts.
 */
final class SignFiles {

    /** The most pictograms in a pack. */
    static final int SIGNS_MAX = 200;

    /** The most bytes of one pictogram. */
    static final int SIGN_BYTES_MAX = 16 * 1024;

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final String ENDING = ".svg";
    private static final String FOLDER = "signs";

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.svg");
    private static final Set<String> SHAPES =
            Set.of("svg", "g", "title", "desc", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon");
    private static final Pattern ATTRIBUTE = Pattern.compile("viewBox|width|height|d|points|transform|opacity|fill"
            + "|fill-(rule|opacity)|stroke|stroke-[a-z]+|c?[xy][12]?|r[xy]?");
    /** Numbers, path letters, the words of strokes and colours; no brackets but those of a transform. */
    private static final Pattern VALUE =
            Pattern.compile("(?!.*url)[-#A-Za-z0-9 .,\\n]*|([a-zA-Z]+\\([-0-9 .,]+\\) ?)+");

    private SignFiles() {}

    /**
     * Returns the names of the pictograms; each counts towards the version of the pack.
     *
     * @throws ContentException for the first that is not plain
     */
    static Set<String> check(PackFiles files) {
        Set<String> names = new TreeSet<>();
        for (String name : files.names(FOLDER, ENDING, SIGNS_MAX)) {
            Path file = files.dir().resolve(FOLDER).resolve(name);
            if (!NAME.matcher(name).matches()) {
                throw broken(file, "has no plain name", "use small letters, digits and hyphens");
            }
            byte[] bytes = bytes(file);
            plain(file, root(file, bytes));
            files.digest(FOLDER + "/" + name, bytes);
            names.add(name.substring(0, name.length() - ENDING.length()));
        }
        return names;
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > SIGN_BYTES_MAX) {
                throw broken(file, "is larger than " + SIGN_BYTES_MAX + " bytes", "draw it with fewer shapes");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ContentException(file.toString(), "cannot be read", "make it readable", e);
        }
    }

    private static Element root(Path file, byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            Document document = builder.parse(new ByteArrayInputStream(bytes));
            noInstruction(file, document);
            Element root = document.getDocumentElement();
            if (root.getLocalName().equals("svg") && root.hasAttribute("viewBox")) {
                return root;
            }
            throw broken(file, "does not begin with <svg viewBox=…>", "save it as a plain SVG");
        } catch (SAXParseException e) {
            throw new ContentException(
                    file + " line " + e.getLineNumber(),
                    String.valueOf(e.getMessage()),
                    "save it as a plain SVG without a DOCTYPE",
                    e);
        } catch (SAXException | IOException e) {
            throw new ContentException(file.toString(), String.valueOf(e.getMessage()), "save it as a plain SVG", e);
        } catch (ParserConfigurationException e) {
            throw new AssertionError("every Java has this XML parser", e);
        }
    }

    private static void plain(Path file, Element element) {
        if (!SVG.equals(element.getNamespaceURI()) || !SHAPES.contains(element.getLocalName())) {
            throw broken(file, "holds <" + element.getNodeName() + ">", "keep only " + new TreeSet<>(SHAPES));
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            boolean declares = XMLNS.equals(attribute.getNamespaceURI());
            boolean plain = ATTRIBUTE.matcher(attribute.getName()).matches()
                    && VALUE.matcher(attribute.getValue()).matches();
            if (!declares && !plain) {
                throw broken(file, "holds " + attribute, "keep only shapes, strokes and colours");
            }
        }
        noInstruction(file, element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                plain(file, inner);
            }
        }
    }

    private static void noInstruction(Path file, Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
                throw broken(file, "holds <?" + child.getNodeName() + "?>", "remove it");
            }
        }
    }

    private static ContentException broken(Path file, String trouble, String remedy) {
        return new ContentException(file.toString(), trouble, remedy);
    }

    /** What the parser only mentions is an error as well, and nothing is printed. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }
}
