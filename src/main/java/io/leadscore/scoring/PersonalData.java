package io.leadscore.scoring;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Property names that stand for a person or for free text. A name cannot prove that a property is harmless, so the
 * type that HubSpot gives it is checked besides, where HubSpot is spoken.
 */
final class PersonalData {

    /** Whole words between underscores that give a property away, wherever they stand in its name. */
    private static final Set<String> WORDS = Set.of(
            "email",
            "emails",
            "mail",
            "phone",
            "telephone",
            "mobile",
            "mobilephone",
            "fax",
            "firstname",
            "lastname",
            "fullname",
            "surname",
            "salutation",
            "address",
            "street",
            "zip",
            "postal",
            "postcode",
            "zipcode",
            "birthday",
            "birthdate",
            "birth",
            "passport",
            "ssn",
            "iban",
            "jobtitle",
            "message",
            "messages",
            "notes",
            "note",
            "description",
            "comment",
            "comments",
            "body",
            "subject",
            "text",
            "html",
            "url",
            "domain",
            "twitter",
            "twitterhandle",
            "linkedin",
            "linkedinbio",
            "facebook",
            "instagram",
            "skype",
            "whatsapp",
            "ip",
            "gender",
            "religion",
            "ethnicity");

    /** Whole names that are harmless as a word within another name. */
    private static final Set<String> NAMES = Set.of(
            "name",
            "company",
            "city",
            "state",
            "title",
            "dealname",
            "first_name",
            "last_name",
            "full_name",
            "job_title",
            "job_function",
            "school",
            "degree",
            "field_of_study",
            "military_status",
            "marital_status",
            "work_email",
            "hs_object_id",
            "about_us",
            "photo",
            "associatedcompanyid",
            "closed_lost_reason",
            "website",
            "closed_won_reason",
            "relationship_status",
            "address2",
            "followercount",
            "kloutscoregeneral",
            "owneremail",
            "ownername",
            "date_of_birth");

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile(
                    ".*e_?mail(?!_(open|click|replied|delivered|bounce|optout|last|sends|first|quarantined)).*"),
            Pattern.compile(".*(phone|firstname|lastname|first_name|last_name|birth).*"),
            Pattern.compile(".*(ip_?(city|country|state|zip|address|latlon)).*"),
            Pattern.compile(".*_name"));

    private PersonalData() {}

    /** Whether the name is known to stand for personal data or for free text. */
    static boolean isNamed(String property) {
        String bare = property.startsWith("hs_") ? property.substring("hs_".length()) : property;
        if (NAMES.contains(property) || NAMES.contains(bare)) {
            return true;
        }
        for (String word : bare.split("_", -1)) {
            if (WORDS.contains(word) && !isEmailActivity(bare)) {
                return true;
            }
        }
        return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(bare).matches());
    }

    /** HubSpot's roll-ups of e-mail activity: counts and instants, not addresses. */
    private static boolean isEmailActivity(String bare) {
        return bare.matches("(sales_)?email_(open|click|replied|delivered|bounce|optout|last_[a-z_]*|first_[a-z_]*)");
    }
}
