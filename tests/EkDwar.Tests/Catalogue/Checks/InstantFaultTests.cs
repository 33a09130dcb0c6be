namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>What can be wrong with a service that a register gives, and with the tables of its copy, is told at its place.</summary>
public sealed class A_fault_of_an_instant_service
{
    const string Extract = "digital-712-extract.yaml";

    static void IsFound(string right, string wrong, string problem, string mend) => A_fault_in_a_service_s_file.IsFound(Extract, right, wrong, problem, mend);

    [Theory]
    [InlineData("  register: mh_land_records", "  register: ¦Land records", "'Land records' is no name of a register", "small letters with underscores")]
    [InlineData("    - {name: survey_number, question: survey_number}", "    - {name: ¦village, question: survey_number}", "'village' stands in line", "give each a 'name' of its own")]
    [InlineData("question: survey_number}", "question: ¦survey_numbr}", "'survey_numbr' is not a question of this service", "write 'survey_number'")]
    [InlineData("question: survey_number}", "question: ¦has_sub_division}", "'has_sub_division' is a question of type 'yes_no'", "text, choice, place")]
    [InlineData("{id: tenure, type: text}", "{id: tenure, type: ¦words}", "'words' is no type of what a register says", "")]
    [InlineData("{id: kind, type: text}", "{id: kind, type: ¦table}", "'table' is no type of a column", "")]
    [InlineData("{id: local_name, type: text}", "{id: ¦tenure, type: text}", "'tenure' stands in line", "")]
    [InlineData("{id: local_name, type: text}", "{id: local_name, type: text, ¦columns: [{id: a, type: text}]}", "'columns' says nothing about a text", "make the type 'table'")]
    [InlineData("  no_record: no_record", "  no_record: ¦gone", "'gone' is no ground of refusal", "no_record")]
    [InlineData("grounds:\n", "¦stages:\n  - id: one\n    names: {mr: एक, en: One}\n    post: talathi\n    actions: [grant, refuse]\ngrounds:\n", "no desk sees a case that a register answers", "take 'stages' out")]
    [InlineData("  starts: fee_paid", "  starts: ¦papers_complete", "the copy is made when the fee is paid", "write fee_paid")]
    [InlineData("instant:\n", "  - id: proof\n    type: ¦document\n    label: {mr: पुरावा, en: Proof, hi: प्रमाण, pa: ਸਬੂਤ}\n    options: [{code: a, names: {mr: अ, en: A, hi: अ, pa: ਅ}}]\ninstant:\n", "nobody would look at a paper here", "take the question out")]
    public void is_found(string right, string wrong, string problem, string mend) => IsFound(right, wrong, problem, mend);

    [Theory]
    [InlineData("value: record.tenure", "value: ¦record.tenur", "'record.tenur' is no value that the register gives", "write 'record.tenure'")]
    [InlineData("value: record.tenure", "value: ¦record.crops", "'record.crops' is no value that the register gives", "")]
    [InlineData("rows: record.crops", "rows: ¦record.crop", "'record.crop' is no table that the register gives", "write 'record.crops'")]
    [InlineData("rows: record.crops", "rows: ¦record.tenure", "'record.tenure' is no table that the register gives", "")]
    [InlineData("value: water, share: 2", "value: ¦waters, share: 2", "'waters' is no column of 'crops'", "write 'water'")]
    [InlineData("value: water, share: 2", "value: water, share: ¦0", "a column's share is from 1 to 12", "write 2")]
    public void of_its_tables_is_found(string right, string wrong, string problem, string mend) => IsFound(right, wrong, problem, mend);
}
