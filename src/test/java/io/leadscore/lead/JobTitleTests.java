package io.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTitleTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CEO, C_LEVEL, GENERAL_MANAGEMENT",
                "Chief Financial Officer, C_LEVEL, FINANCE",
                "CTO, C_LEVEL, INFORMATION_TECHNOLOGY",
                "Co-Founder & CEO, OWNER, GENERAL_MANAGEMENT",
                "Vice President of Sales, VICE_PRESIDENT, SALES",
                "SVP Marketing, VICE_PRESIDENT, MARKETING",
                "Director of Engineering, DIRECTOR, ENGINEERING",
                "Head of IT, DIRECTOR, INFORMATION_TECHNOLOGY",
                "Marketing Manager, MANAGER, MARKETING",
                "Product Owner, MANAGER, PRODUCT",
                "Senior Software Engineer, SENIOR, ENGINEERING",
                "Software Developer, STAFF, ENGINEERING",
                "Assistant to the CEO, STAFF, GENERAL_MANAGEMENT",
                "Executive Assistant, STAFF, -",
                "HR Intern, TRAINEE, HUMAN_RESOURCES",
                "Geschäftsführer, C_LEVEL, GENERAL_MANAGEMENT",
                "Geschaeftsfuehrerin, C_LEVEL, GENERAL_MANAGEMENT",
                "Leiter Einkauf, DIRECTOR, PURCHASING",
                "Vertriebsleiterin, MANAGER, SALES",
                "Personalreferentin, STAFF, HUMAN_RESOURCES",
                "Werkstudent Marketing, TRAINEE, MARKETING",
                "Directeur général, C_LEVEL, GENERAL_MANAGEMENT",
                "Directrice des ressources humaines, DIRECTOR, HUMAN_RESOURCES",
                "Responsable informatique, MANAGER, INFORMATION_TECHNOLOGY",
                "Gérant, OWNER, GENERAL_MANAGEMENT",
                "Directora financiera, DIRECTOR, FINANCE",
                "Jefe de ventas, MANAGER, SALES",
                "Propietario, OWNER, GENERAL_MANAGEMENT",
                "Zauberer, -, -",
            })
    void readsLevelAndDepartmentInFourLanguages(String title, JobLevel level, Department department) {
        JobTitle read = JobTitle.parse(title);

        assertThat(read.level()).isEqualTo(level);
        assertThat(read.department()).isEqualTo(department);
    }

    @Test
    void understandsNothingOfNothing() {
        assertThat(JobTitle.parse(null)).isEqualTo(JobTitle.UNKNOWN);
        assertThat(JobTitle.parse(" ")).isEqualTo(JobTitle.UNKNOWN);
        assertThat(JobTitle.parse("?!")).isEqualTo(JobTitle.UNKNOWN);
    }
}
