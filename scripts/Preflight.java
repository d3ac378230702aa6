import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Says of each file whether it is valid PDF/A-1b, and if not, why. Exit 1 if one is not. */
public class Preflight {
  public static void main(String[] files) throws Exception {
    boolean allValid = true;
    for (String name : files) {
      ValidationResult result = validate(new File(name));
      allValid &= result.isValid();
      System.out.println(name + ": " + (result.isValid() ? "valid PDF/A-1b" : "NOT valid"));
      for (ValidationResult.ValidationError error : result.getErrorsList()) {
        System.out.println("  " + error.getErrorCode() + " " + error.getDetails());
      }
    }
    System.exit(allValid ? 0 : 1);
  }

  private static ValidationResult validate(File file) throws Exception {
    PreflightParser parser = new PreflightParser(file);
    try {
      parser.parse();
      try (PreflightDocument document = parser.getPreflightDocument()) {
        document.validate();
        return document.getResult();
      }
    } catch (SyntaxValidationException broken) {
      return broken.getResult();
    }
  }
}
