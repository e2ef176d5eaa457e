package io.leadscore.lead;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a job title says of seniority and department, by the common words of English, German, French and Spanish titles.
 * Only the two are kept, never the title. What is not understood is null.
 *
 * @param level how senior
 * @param department where in the company
 */
public record JobTitle(@Nullable JobLevel level, @Nullable Department department) {

    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}&]+");

    private static final Pattern WRITTEN_OUT =
            Pattern.compile("geschae|fue(?=hr)|grue(?=nd)|prae(?=s)|kae(?=uf)|itae(?=t)");

    /** The first that matches counts, so the more particular stand before the more general. */
    private static final List<Rule<JobLevel>> LEVELS = List.of(
            new Rule<>(
                    JobLevel.TRAINEE,
                    "intern|interns|internship|trainee|apprentice|student|working student|working|praktikant\\w*"
                            + "|werkstudent\\w*|auszubildende\\w*|azubi|stagiaire|apprenti\\w*|alternant\\w*|becari[oa]"
                            + "|practicante|volontar\\w*"),
            new Rule<>(
                    JobLevel.STAFF,
                    "(executive |personal |management |administrative )?assistant\\w*|assistenz|assistent\\w*|secretary"
                            + "|sekretar\\w*|secretaria|(account|sales|marketing) executive"),
            new Rule<>(
                    JobLevel.VICE_PRESIDENT,
                    "(senior |executive |assistant )?vice president|[se]?vp|avp|vice presidente?|vice presidenta"
                            + "|vicepresident[ea]|vizeprasident\\w*"),
            new Rule<>(
                    JobLevel.OWNER,
                    "(?<!product )(?<!process )(?<!business )owner|(co )?founder|cofounder|founding partner|inhaber\\w*"
                            + "|(mit)?(ge)?grunder\\w*|gesellschafter\\w*|(co )?fondat(eur|rice)|proprietaire|gerant\\w*"
                            + "|(co )?fundador\\w*|propietari[oa]|duen[oa]|entrepreneur|self employed"
                            + "|freelance\\w*|managing partner"),
            new Rule<>(
                    JobLevel.C_LEVEL,
                    "c[efotmirdphs]o|ciso|cpto|chro|chief( \\w+){0,3} officer|chief|president|prasident\\w*"
                            + "|geschaftsfuhr\\w*|vorstand\\w*|vorsitzende\\w*|managing director|general manager"
                            + "|directeur general|directrice generale|pdg|president directeur general|director general"
                            + "|directora general|consejer[oa] delegad[oa]|presidente|presidenta|executive director"
                            + "|geschaftsleit\\w*"),
            new Rule<>(
                    JobLevel.DIRECTOR,
                    "director|directora|direktor\\w*|directeur|directrice|head of|head|bereichsleit\\w*"
                            + "|hauptabteilungsleit\\w*|leiter(in)?|leitung|responsable general\\w*|\\w+direktor\\w*"),
            new Rule<>(
                    JobLevel.MANAGER,
                    "manager|managerin|managers|mgr|\\w*manager(in)?|team lead\\w*|teamleit\\w*|abteilungsleit\\w*"
                            + "|gruppenleit\\w*|projektleit\\w*|\\w+leiter(in)?|\\w+leitung|supervisor\\w*|lead"
                            + "|chef(fe)? d equipe|chef(fe)? de \\w+|responsable|gerente|jef[ea]|encargad[oa]"
                            + "|coordinador\\w*|coordinat(or|eur|rice)|foreman|product owner|process owner"
                            + "|meister|prokurist(in)?"),
            new Rule<>(
                    JobLevel.SENIOR,
                    "senior|sr|principal|expert\\w*|experte|expertin|architect\\w*|architekt\\w*|staff engineer|partner"
                            + "|confirme\\w*|consultant senior|specialist senior|fachleit\\w*"),
            new Rule<>(
                    JobLevel.STAFF,
                    "engineer\\w*|developer\\w*|analyst\\w*|specialist\\w*|consultant\\w*|representative|agent|clerk"
                            + "|associate|administrator\\w*|designer\\w*|accountant\\w*|technician\\w*|buyer|nurse|teacher"
                            + "|officer|advisor|adviser|programmer|recruiter\\w*|scientist\\w*|junior|jr|\\w*ingenieur\\w*"
                            + "|\\w*entwickler\\w*|\\w*berater\\w*|\\w*sachbearbeit\\w*|mitarbeiter\\w*|\\w*referent\\w*"
                            + "|buchhalter\\w*|techniker\\w*|kaufmann|kauffrau|einkaufer\\w*|verkaufer\\w*|lehrer\\w*"
                            + "|developpeu\\w*|analyste|conseiller\\w*|charge\\w*|comptable|acheteu\\w*|commercial\\w*"
                            + "|technicien\\w*|ingenier[oa]|desarrollador\\w*|analista|consultor\\w*|asesor\\w*|contable"
                            + "|comprador\\w*|vendedor\\w*|tecnic[oa]|especialista|employee|employe\\w*|emplead[oa]"));

    private static final List<Rule<Department>> DEPARTMENTS = List.of(
            new Rule<>(
                    Department.HUMAN_RESOURCES,
                    "human resources?|hr|chro|people|talent|recruit\\w*|personal(wesen|leit\\w*|abteilung|referent\\w*)"
                            + "|ressources humaines|rh|drh|recursos humanos|rrhh|personalleit\\w*"),
            new Rule<>(
                    Department.CUSTOMER_SERVICE,
                    "customer (success|service|support|care|experience)|support|kundenservice|kundendienst"
                            + "|kundenbetreu\\w*|service client|relation client|atencion al cliente|soporte|help desk"),
            new Rule<>(
                    Department.MARKETING,
                    "marketing\\w*|cmo|brand|content|seo|communications?|pr|public relations|growth|demand generation"
                            + "|social media|kommunikation|communication|comunicacion|mercadotecnia|mercadeo|werbung"
                            + "|offentlichkeitsarbeit|\\w*marketing\\w*"),
            new Rule<>(
                    Department.PURCHASING,
                    "purchas\\w*|procurement|buyer|sourcing|cpo procurement|einkauf\\w*|beschaffung|achats?|acheteu\\w*"
                            + "|compras|comprador\\w*"),
            new Rule<>(
                    Department.SALES,
                    "sales|account (manager|executive|director)|business development|cro|revenue|bdr|sdr|vertrieb\\w*"
                            + "|verkauf\\w*|ventes?|commercial\\w*|comercial|ventas|vendedor\\w*|vente|key account"
                            + "|aussendienst|innendienst|\\w*vertrieb\\w*"),
            new Rule<>(
                    Department.FINANCE,
                    "financ\\w*|cfo|account(ing|ant|ants|s payable|s receivable)|controller|controlling|treasur\\w*|tax"
                            + "|audit\\w*|finanz\\w*|buchhalt\\w*|steuer\\w*|comptab\\w*|tresor\\w*|finanzas|contab\\w*"
                            + "|contable|kaufmannische\\w*|daf|raf"),
            new Rule<>(
                    Department.LEGAL,
                    "legal|lawyer|attorney|counsel|compliance|paralegal|jurist\\w*|recht\\w*|syndikus|anwalt\\w*"
                            + "|juridique|avocat\\w*|abogad[oa]|datenschutz\\w*|privacy"),
            new Rule<>(
                    Department.RESEARCH,
                    "research\\w*|r&d|scientist\\w*|science|laborator\\w*|forsch\\w*|wissenschaft\\w*|recherche|chercheu\\w*"
                            + "|investigacion|investigador\\w*|cientific[oa]|labor"),
            new Rule<>(Department.PRODUCT, "product|products|produktmanag\\w*|produkt\\w*|cpo|produit|producto|ux|ui"),
            new Rule<>(
                    Department.INFORMATION_TECHNOLOGY,
                    "it|ict|edv|cio|cto|ciso|information technology|informatik\\w*|informatique|informatica|dsi"
                            + "|systems?|sysadmin|systemadmin\\w*|network\\w*|security|cyber\\w*|devops|data\\w*|cloud|sistemas"
                            + "|technology|infrastructure|database|digital\\w*|web"),
            new Rule<>(
                    Department.ENGINEERING,
                    "engineer\\w*|software|developer\\w*|development|programmer|architect\\w*|qa|technical|technik\\w*"
                            + "|techniker\\w*|\\w*ingenieur\\w*|\\w*entwick\\w*|konstruk\\w*|ingenier\\w*|technique"
                            + "|desarroll\\w*|developp\\w*|tecnic\\w*|technic\\w*"),
            new Rule<>(
                    Department.OPERATIONS,
                    "operations?|coo|logisti\\w*|supply chain|production|manufacturing|plant|warehouse|facility|facilities"
                            + "|betrieb\\w*|produktion\\w*|fertigung\\w*|lager\\w*|werk\\w*|exploitation|operaciones|produccion"
                            + "|quality|qualitat\\w*|qualite|calidad|prozess\\w*|process"),
            new Rule<>(
                    Department.EDUCATION,
                    "teacher|professor\\w*|lecturer|education|training|trainer|school|dean|lehrer\\w*|dozent\\w*|bildung\\w*"
                            + "|ausbild\\w*|enseignant\\w*|formation|formateur|profesor\\w*|docente|educacion|formacion"),
            new Rule<>(
                    Department.GENERAL_MANAGEMENT,
                    "ceo|chief executive\\w*|managing director|general manager|president|owner|(co )?founder|cofounder"
                            + "|geschaftsfuhr\\w*|geschaftsleit\\w*|vorstand\\w*|inhaber\\w*|\\w*grunder\\w*"
                            + "|directeur general|directrice generale|pdg|gerant\\w*|fondat\\w*|director general"
                            + "|directora general|consejer[oa] delegad[oa]|propietari[oa]|fundador\\w*|presidente|presidenta"
                            + "|managing partner|prasident\\w*|gesellschafter\\w*"));

    /** Nothing understood. */
    public static final JobTitle UNKNOWN = new JobTitle(null, null);

    /** Reads a title. */
    public static JobTitle parse(@Nullable String title) {
        if (title == null || title.isBlank()) {
            return UNKNOWN;
        }
        String words = normalised(title);
        return new JobTitle(first(LEVELS, words), first(DEPARTMENTS, words));
    }

    private static String normalised(String title) {
        // A title is short; what is longer is something else, and would only cost time.
        String start = title.length() > 200 ? title.substring(0, 200) : title;
        String lower = start.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("c.e.o", "ceo");
        String plain =
                MARK.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        // Umlauts that are written out; not everywhere, for French has its own "ue" and "oe".
        String german = WRITTEN_OUT.matcher(plain).replaceAll(match -> match.group()
                .substring(0, match.group().length() - 1));
        return NOT_A_WORD.matcher(german).replaceAll(" ").strip();
    }

    private static <T> @Nullable T first(List<Rule<T>> rules, String words) {
        for (Rule<T> rule : rules) {
            if (rule.pattern.matcher(words).find()) {
                return rule.meaning;
            }
        }
        return null;
    }

    private static final class Rule<T> {

        private final T meaning;
        private final Pattern pattern;

        Rule(T meaning, String words) {
            this.meaning = meaning;
            this.pattern = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
        }
    }
}
