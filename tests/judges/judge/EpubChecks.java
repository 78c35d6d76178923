// EPUBCheck over several books in one Java, whose start takes most of the time of a book: EPUBCheck's command line
// takes one.
//
// In:  a scratch folder, then the books, as arguments; epubcheck.jar on the class path.
// Out: FOLDER/0.json, FOLDER/1.json …, EPUBCheck's report on each book in the order of the arguments.
// Refused: nothing; a book that stops EPUBCheck has no report, and those after it have none either.

import com.adobe.epubcheck.tool.EpubChecker;

public class EpubChecks {
    public static void main(String[] arguments) {
        for (int number = 1; number < arguments.length; number++) {
            String report = arguments[0] + "/" + (number - 1) + ".json";
            new EpubChecker().run(new String[] {arguments[number], "--json", report, "--quiet"});
        }
    }
}
