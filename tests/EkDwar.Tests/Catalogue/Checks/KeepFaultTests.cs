namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>How long a case is kept: a number of years that can be, and who says so.</summary>
public sealed class A_fault_in_how_long_a_case_is_kept
{
    [Theory]
    [InlineData("keep:\n  years: ¦0\n  source: example", "a case is kept from 1 to 200 years", "write how many years")]
    [InlineData("keep:\n  years: ¦1000\n  source: example", "a case is kept from 1 to 200 years", "write how many years")]
    [InlineData("¦keep:\n  years: 10", "how long a case is kept needs its source", "write the law, or 'example'")]
    public void is_found(string rule, string problem, string mend) =>
        A_fault_in_a_service_s_file.IsFound("income-certificate.yaml", "applicant_name: name", $"{rule}\napplicant_name: name", problem, mend);
}
