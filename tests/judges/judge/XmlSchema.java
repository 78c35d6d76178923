// Holds files of XML to a schema, several in one Java.
//
// In:  the schema, then the files, as arguments.
// Out: one line for each error: the number of the file, its line and column, and what is wrong, with tabs between.
// Refused: a schema that cannot be read.

import java.io.File;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

public class XmlSchema {
    public static void main(String[] arguments) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Validator validator = factory.newSchema(new File(arguments[0])).newValidator();
        for (int number = 1; number < arguments.length; number++) {
            int file = number - 1;
            validator.setErrorHandler(new ErrorHandler() {
                public void warning(SAXParseException error) { print(file, error); }
                public void error(SAXParseException error) { print(file, error); }
                public void fatalError(SAXParseException error) throws SAXException { throw error; }
            });
            try {
                validator.validate(new StreamSource(new File(arguments[number])));
            } catch (SAXParseException error) {
                print(file, error);
            }
        }
    }

    static void print(int file, SAXParseException error) {
        String said = error.getMessage().replaceAll("\\s+", " ");
        System.out.println(file + "\t" + error.getLineNumber() + "\t" + error.getColumnNumber() + "\t" + said);
    }
}
