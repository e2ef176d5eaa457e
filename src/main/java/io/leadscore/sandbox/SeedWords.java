package io.leadscore.sandbox;

import java.util.List;

/** The words that the seeded data is made of. */
final class SeedWords {

    static final List<String> FIRST_NAMES = List.of(
            "Amara",
            "Benedikt",
            "Carlotta",
            "Dmitri",
            "Eleni",
            "Farouk",
            "Greta",
            "Hamish",
            "Ingrid",
            "Joaquin",
            "Katarzyna",
            "Leopold",
            "Mireille",
            "Nikolai",
            "Ottilie",
            "Priyanka",
            "Quentin",
            "Rosalind",
            "Sigurd",
            "Thandiwe",
            "Ulrike",
            "Valentin",
            "Wilhelmina",
            "Xiomara",
            "Yannick",
            "Zuleika",
            "Anselm",
            "Beatrix",
            "Casimir",
            "Dorothea",
            "Emeka",
            "Florentine",
            "Gideon",
            "Henrike",
            "Ignatius",
            "Jolanda",
            "Kasimira",
            "Lorcan",
            "Marguerite",
            "Nathaniel",
            "Oluwaseun",
            "Philippa",
            "Radomir",
            "Saoirse",
            "Tiberius");

    static final List<String> LAST_NAMES = List.of(
            "Abernathy",
            "Bjornstad",
            "Castellanos",
            "Drummond",
            "Eichendorff",
            "Fitzgerald",
            "Grabowski",
            "Hathaway",
            "Ivanovic",
            "Jankowski",
            "Kowalczyk",
            "Lindqvist",
            "Montgomery",
            "Nakamura",
            "Oyelaran",
            "Papadakis",
            "Quartermaine",
            "Rosenthal",
            "Schwarzenbach",
            "Thorvaldsen",
            "Underwood",
            "Vandermeer",
            "Wojciechowski",
            "Xanthopoulos",
            "Yamaguchi",
            "Zimmermann",
            "Achterberg",
            "Bellweather",
            "Chukwuemeka",
            "Dragomirescu",
            "Eriksson",
            "Featherstone",
            "Gallagher",
            "Hollenbeck",
            "Ishikawa",
            "Jaramillo",
            "Kristofferson",
            "Lachapelle",
            "Mukherjee",
            "Nowakowski",
            "Ostrowski",
            "Pemberton",
            "Rasmussen",
            "Steinbrenner");

    /** Countries as people type them, with a city; those that buy most come first. */
    static final List<String> PLACES = List.of(
            "Germany|Leipzig",
            "United States|Portland",
            "United Kingdom|Bristol",
            "Germany|Hamburg",
            "USA|Denver",
            "Netherlands|Utrecht",
            "Deutschland|Stuttgart",
            "France|Lyon",
            "Austria|Graz",
            "Switzerland|Basel",
            "germany|Bremen",
            "Sweden|Uppsala",
            "UK|Leeds",
            "Canada|Halifax",
            "Spain|Valencia",
            "Italy|Torino",
            "DE|Essen",
            "Österreich|Linz",
            "The Netherlands|Breda",
            "Poland|Wroclaw",
            "U.S.|Tulsa",
            "Ireland|Cork",
            "Brazil|Curitiba",
            "India|Pune",
            "Japan|Sendai",
            "Nigeria|Ibadan",
            "Australia|Perth",
            "Mexico|Puebla");

    static final List<String> SENIOR_TITLES = List.of(
            "Chief Executive Officer",
            "Chief Technology Officer",
            "CFO",
            "VP of Sales",
            "VP Engineering",
            "Head of Procurement",
            "Director of Operations",
            "IT Director",
            "Managing Director",
            "Founder");

    static final List<String> TITLES = List.of(
            "Marketing Manager",
            "Sales Manager",
            "Project Manager",
            "Senior Software Engineer",
            "Buyer",
            "Operations Analyst",
            "Office Administrator",
            "HR Business Partner",
            "Data Analyst",
            "Student",
            "Support Specialist",
            "Product Manager",
            "Accountant",
            "Intern",
            "Legal Counsel",
            "Research Associate");

    /** Industries, those that buy most first. */
    static final List<String> INDUSTRIES = List.of(
            "COMPUTER_SOFTWARE",
            "INFORMATION_TECHNOLOGY_AND_SERVICES",
            "FINANCIAL_SERVICES",
            "INSURANCE",
            "LOGISTICS_AND_SUPPLY_CHAIN",
            "TELECOMMUNICATIONS",
            "BANKING",
            "MACHINERY",
            "AUTOMOTIVE",
            "MEDICAL_DEVICES",
            "PHARMACEUTICALS",
            "MARKETING_AND_ADVERTISING",
            "HOSPITAL_HEALTH_CARE",
            "RETAIL",
            "CONSUMER_GOODS",
            "EDUCATION_MANAGEMENT",
            "CONSTRUCTION",
            "REAL_ESTATE",
            "RESTAURANTS",
            "HOSPITALITY",
            "NON_PROFIT_ORGANIZATION_MANAGEMENT",
            "LAW_PRACTICE");

    static final List<String> SEGMENTS = List.of("PLATFORM", "REGULATED", "INDUSTRIAL", "PUBLIC", "OTHER");

    static final List<String> INTERESTS = List.of("AUTOMATION", "ANALYTICS", "INTEGRATION", "SUPPORT");

    static final List<String> COMPANY_WORDS = List.of(
            "Systems", "Logistics", "Works", "Partners", "Industries", "Software", "Group", "Labs", "Holding", "Trade");

    /** Sources, those whose leads buy most first. */
    static final List<String> SOURCES = List.of(
            "REFERRALS",
            "ORGANIC_SEARCH",
            "DIRECT_TRAFFIC",
            "EMAIL_MARKETING",
            "PAID_SEARCH",
            "OFFLINE",
            "SOCIAL_MEDIA",
            "PAID_SOCIAL",
            "OTHER_CAMPAIGNS");

    static final List<String> STREETS = List.of("Kastanienallee", "Harbour Road", "Rue Voltaire", "Elm Street");

    static final List<String> TOPICS = List.of(
            "the rollout plan", "pricing for next year", "our demo", "the security review", "the pilot", "the renewal");

    private SeedWords() {}
}
