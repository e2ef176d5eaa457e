package io.leadscore.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form in the format {@code multipart/form-data}, of texts alone. */
final class Multipart {

    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";\r\n]*)");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";\r\n]*)");

    private Multipart() {}

    /**
     * A field.
     *
     * @param fileName empty where it is no file
     */
    record Field(String fileName, String content) {}

    /** The fields by name. The first line is the boundary, whatever the header says; 400 without one. */
    static Map<String, Field> parse(String body) {
        int end = body.indexOf("\r\n");
        OpenAiProblem.require(body.startsWith("--") && end > 2, "Could not parse multipart form", null);
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String part : ("\r\n" + body).split(Pattern.quote("\r\n" + body.substring(0, end)), -1)) {
            String[] headAndContent = part.split("\r\n\r\n", 2);
            Matcher name = NAME.matcher(headAndContent[0]);
            if (headAndContent.length == 2 && name.find()) {
                Matcher fileName = FILE_NAME.matcher(headAndContent[0]);
                fields.put(name.group(1), new Field(fileName.find() ? fileName.group(1) : "", headAndContent[1]));
            }
        }
        return fields;
    }
}
