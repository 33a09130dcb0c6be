namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>Each check finds what it is there for, alone, and at its exact place: where the ¦ stands.</summary>
public sealed class A_fault_in_a_service_s_file
{
    const string Income = "income-certificate.yaml", Senior = "senior-citizen-certificate.yaml";

    internal static void IsFound(string file, string right, string wrong, string problem, string mend = "")
    {
        var planted = Planted.In(file, right, wrong);
        var fault = Assert.Single(Planted.Faults(planted.Text, file));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
        Assert.Equal((planted.Line, planted.Column), (fault.At.Line, fault.At.Column));
        Assert.StartsWith($"{file}:{planted.Line}:{planted.Column}: ", fault.ToString());
    }

    [Theory]
    [InlineData("id: income-certificate", "id: income-certificate\n¦colour: red", "'colour' is not a key here", "the keys are id, state")]
    [InlineData("act: mh-rts-2015", "act: ¦hr-rts-2014", "'hr-rts-2014' is not the act of this state", "write 'mh-rts-2015'")]
    [InlineData("version: 1", "¦verzion: 1", "'verzion' is not a key here", "write 'version'")]
    [InlineData("id: income-certificate", "id: income-certificate\n¦id: other", "'id' stands here twice", "keep one")]
    [InlineData("id: income-certificate", "id: income-certificate ¦# ours", "comments, anchors and tags", "use 'note:'")]
    [InlineData("id: income-certificate", "¦# ours\nid: income-certificate", "comments, anchors and tags")]
    [InlineData("id: income-certificate", "id: ¦&it income-certificate", "comments, anchors and tags")]
    [InlineData("id: income-certificate", "id: ¦!text income-certificate", "comments, anchors and tags")]
    [InlineData("version: 1", "version: ¦*one", "comments, anchors and tags")]
    [InlineData("id: income-certificate", "¦---\nid: income-certificate", "one document")]
    [InlineData("id: income-certificate", "id:¦\tincome-certificate", "a tab stands here", "write spaces")]
    [InlineData("id: income-certificate", "id: income-certificate¦\r", "the lines end in CR LF", "LF alone")]
    [InlineData("mr: उत्पन्नाचा दाखला", "mr: उत्पन्नाचा¦\0दाखला", "a hidden character stands here (U+0000)", "take it out")]
    [InlineData("mr: उत्पन्नाचा दाखला", "mr: उत्पन्नाचा¦\u202Eदाखला", "a hidden character stands here (U+202E)")]
    [InlineData("mr: उत्पन्नाचा दाखला", "mr: ¦\"\\u0007\"", "a hidden character, written as an escape")]
    [InlineData("  days: 15", "  days: ¦soon", "'days' must be a whole number, not 'soon'", "write it as 15")]
    [InlineData("  days: 15", "  days: ¦\"15\"", "'days' must be a whole number", "without quotation marks")]
    [InlineData("  days: 15", "  days: ¦99999999999999999999", "must be a whole number")]
    [InlineData("  days: 15", "  days: ¦[15]", "'days' holds one value, not a list")]
    [InlineData("  days: 15", "  days:¦", "'days' holds nothing")]
    [InlineData("effective_on: 2026-01-01", "effective_on: ¦01-01-2026", "'effective_on' must be a date", "2026-01-26")]
    [InlineData("actions: [report]", "actions: ¦report", "'actions' is a list, not 'report'")]
    [InlineData("  question: village\n  place_kind: taluka", "  ¦village", "'served_by' holds keys of its own")]
    [InlineData("  hi: आय प्रमाण पत्र", "  ¦de: Einkommen", "'de' is not one of our languages")]
    [InlineData("  hi: आय प्रमाण पत्र", "  ¦en: Income", "'en' stands here twice")]
    [InlineData("stages:", "stages: [\n  ¦- id", "the YAML cannot be read on from here", "missing quotation mark")]
    public void of_writing_is_found(string right, string wrong, string problem, string mend = "") => IsFound(Income, right, wrong, problem, mend);

    [Theory]
    [InlineData("id: income-certificate", "id: ¦Income", "'Income' is no id")]
    [InlineData("id: income-certificate", "id: ¦outcome-certificate", "'outcome-certificate' is not what the file is called", "write 'income-certificate'")]
    [InlineData("id: income-certificate", "id: ¦senior-citizen-certificate", "is the id of another file here")]
    [InlineData("id: income-certificate\nstate: mh", "id: income-certificate\nstate: ¦pb", "'pb' is not the folder")]
    [InlineData("version: 1", "version: ¦0", "a version from 1 on")]
    [InlineData("  mr: उत्पन्न दाखला", "  mr: ¦उत्पन्नाचा दाखला कुटुंबाचा", "has 26 characters", "shorten it to 24")]
    [InlineData("  en: Revenue and Forest Department\n", "", "'department' has no 'en'", "write en:", "¦department:")]
    [InlineData("  mr: महसूल व वन विभाग\n", "", "'department' has no 'mr'", "write mr:", "¦department:")]
    [InlineData("  en: Revenue and Forest Department\n", "  en: ¦\" \"\n", "'department' is empty in 'en'")]
    [InlineData("act: mh-rts-2015", "act: mh-rts-2015\nlimits: {}", "'limits' is not a key here", "", "¦limits:")]
    [InlineData("  days: 15", "  days: ¦0", "a limit has days")]
    [InlineData("kind: unstated", "kind: ¦lunar", "'lunar' is no kind of days", "working, calendar, unstated")]
    [InlineData("  question: village", "  question: ¦vilage", "'vilage' is not a question of this service", "write 'village'")]
    [InlineData("  question: village", "  question: ¦name", "'name' is a question of type 'name'", "type 'place'")]
    [InlineData("applicant_name: name", "applicant_name: ¦nobody", "'nobody' is not a question of this service")]
    [InlineData("applicant_name: name", "applicant_name: ¦address", "is a question of type 'long_text'")]
    [InlineData("amount_minor: 900", "amount_minor: ¦-900", "below 0")]
    [InlineData("    - code: gst", "    - code: ¦service_charge", "'service_charge' stands in line", "a 'code' of its own")]
    [InlineData("    - code: gst", "    - code: ¦G S T", "'G S T' is no 'code'", "underscores")]
    [InlineData("topics: [income,", "topics: [¦incme,", "'incme' is no topic of this state", "write 'income'")]
    [InlineData("topics: [income,", "topics: [income, ¦income,", "'income' stands here twice")]
    [InlineData("fee:\n", "fee:\n  pay: ¦tomorrow\n", "'tomorrow' is no time of paying", "at_submission")]
    [InlineData("starts: papers_complete", "starts: ¦moonrise", "'moonrise' starts no clock", "fee_paid")]
    [InlineData("amount_minor: 900", "amount_minor: ¦900\n      amount: \"5\"\n      note: {mr: पाच, en: Five}", "no amount, or two")]
    [InlineData("amount_minor: 900", "amount: ¦pages * 5\n      note: {mr: पानांनुसार, en: By pages}", "'pages' is not a question of this service")]
    [InlineData("amount_minor: 900", "amount: ¦5 / string length(address)\n      note: {mr: पत्त्यानुसार, en: By address}", "by what may be zero")]
    [InlineData("amount_minor: 900", "amount_minor: 900\n      when: ¦nobody\n      note: {mr: कोणी, en: Who}", "'nobody' is not a question")]
    [InlineData("  designated: tahsildar\n", "", "a designated officer is needed", "", "¦officers:")]
    public void above_the_questions_is_found(string right, string wrong, string problem, string mend = "", string at = "")
    {
        if (at == "") IsFound(Income, right, wrong, problem, mend);
        else AtAnother(right, wrong, problem, mend, at);
    }

    [Theory]
    [InlineData("{village.taluka} taluka", "{village.¦talukka} taluka", "no place is a 'talukka'", "write 'taluka'")]
    public void of_where_a_place_lies_is_found(string right, string wrong, string problem, string mend) =>
        Assert.Contains(Planted.Faults(EkDwar.Tests.Deadlines.StateFiles.Text("mh", Income).Replace(right, wrong.Replace("¦", ""))), fault => fault.Problem.Contains(problem, StringComparison.Ordinal) && fault.Mend.Contains(mend, StringComparison.Ordinal));

    [Fact]
    public void of_a_clock_that_waits_for_a_fee_nobody_pays_is_found() =>
        IsFound("widow-pension.yaml", "starts: papers_complete", "starts: ¦fee_paid", "none is to be paid", "papers_complete");

    /// <summary>What is missing is told where it should be: at whoever should have it.</summary>
    static void AtAnother(string right, string wrong, string problem, string mend, string at)
    {
        var text = Planted.In(Income, right, wrong).Text;
        var fault = Assert.Single(Planted.Faults(text));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
        var place = text.IndexOf("\n" + at.TrimStart('¦'), StringComparison.Ordinal) + 1;
        Assert.Equal((text[..place].Count(letter => letter == '\n') + 1, 1), (fault.At.Line, fault.At.Column));
    }

    [Theory]
    [InlineData("  - id: decision", "  - id: ¦scrutiny", "'scrutiny' stands in line")]
    [InlineData("    post: circle_officer\n", "    post: ¦circle_oficer\n", "the office 'haveli_tahsil' has no 'circle_oficer'", "write 'circle_officer'")]
    [InlineData("  designated: tahsildar", "  designated: ¦patwari", "the office 'haveli_tahsil' has no 'patwari'", "places.yaml")]
    [InlineData("  first_appellate: sub_divisional_officer", "  first_appellate: ¦governor", "no office of the state has a 'governor'")]
    [InlineData("  place_kind: taluka", "  place_kind: ¦municipal_zone", "'village' offers places that lie in no 'municipal_zone'", "write one of")]
    [InlineData("  place_kind: taluka", "  place_kind: ¦talluka", "no place is a 'talluka'", "write 'taluka'")]
    [InlineData("    within: pune\n", "    within: ¦pune.hawelli\n", "is not a place of this state")]
    [InlineData("    within: pune\n", "    within: ¦pune.haveli.perane\n", "no place lies within")]
    [InlineData("actions: [report]", "actions: [¦dance]", "'dance' is not an action")]
    [InlineData("actions: [report]", "actions: [¦reprot]", "'reprot' is not an action", "write 'report'")]
    [InlineData("    actions: [report]", "    ¦actions: [query]", "a case ends at the stage 'verification'")]
    [InlineData("    actions: [grant, refuse, query]", "    ¦actions: [grant, query]", "the last stage does not decide")]
    [InlineData("    actions: [grant, refuse, query]", "    ¦actions: [grant, refuse, forward]", "there is none to go to")]
    [InlineData("  - code: not_resident", "  - code: ¦income_not_proved", "'income_not_proved' stands in line")]
    [InlineData("total income of {income} from", "total income of ¦{incme} from", "'incme' is not a question", "write 'income'")]
    [InlineData("total income of {income} from", "total income of ¦{income from", "is not a question")]
    [InlineData("given for {purpose}.", "given for ¦{purpose_other}.", "'purpose_other' is not asked of everybody")]
    [InlineData("      value: born_on", "      value: ¦born", "'born' is not a question")]
    [InlineData("  title:\n    mr: उत्पन्नाचा दाखला", "  title:\n    mr: ¦उत्पन्नाचा दाखला {name}", "braces are filled in only in the paragraph")]
    [InlineData("    en: This is to certify that the family of {name}, living", "    en: ¦This is to certify that the family, living", "does not state {name}", "the same in both")]
    public void below_the_questions_is_found(string right, string wrong, string problem, string mend = "") => IsFound(Income, right, wrong, problem, mend);

    [Theory]
    [InlineData(Income, "type: money", "type: ¦gold", "'gold' is not a type of question")]
    [InlineData(Income, "type: name", "type: ¦nmae", "'nmae' is not a type of question", "write 'name'")]
    [InlineData(Income, "type: money", "type: ¦yes_no", "a column cannot be of type 'yes_no'")]
    [InlineData(Income, "code: salary_slip", "code: ¦salary-slip", "'salary-slip' is no 'code'", "underscores")]
    [InlineData(Income, "      - code: talathi_report", "      - code: ¦salary_slip", "'salary_slip' stands in line")]
    [InlineData(Income, "  - id: income_proof", "  - id: ¦name", "'name' stands in line")]
    [InlineData("cultural-programme-licence.yaml", "  - id: venue_consent", "  - id: ¦today", "'today' means something else in a rule")]
    [InlineData(Income, "    max_rows: 12", "    max_rows: ¦1200", "a table has from 1 to 30 rows")]
    [InlineData(Income, "    max_rows: 12", "    max_length: ¦12", "'max_length' says nothing about a question of type 'table'", "text, long_text, name")]
    [InlineData(Income, "    within: pune\n", "", "'village' needs 'within'", "", "  - ¦id: village\n    type: place")]
    [InlineData(Income, "      - code: scheme\n", "      - code: scheme\n        is_alone: ¦true\n", "only of several choices")]
    [InlineData(Senior, "  - id: sixty_or_older", "  - id: ¦\"\"", "this has no 'id'")]
    public void of_a_question_is_found(string file, string right, string wrong, string problem, string mend = "", string at = "")
    {
        if (at == "") IsFound(file, right, wrong, problem, mend);
        else
        {
            var text = Planted.In(file, right, wrong).Text;
            var fault = Assert.Single(Planted.Faults(text, file));
            Assert.Contains(problem, fault.Problem);
            var place = text.IndexOf(at.Replace("¦", "", StringComparison.Ordinal), StringComparison.Ordinal) + at.IndexOf('¦');
            Assert.Equal((text[..place].Count(letter => letter == '\n') + 1, place - text[..place].LastIndexOf('\n')), (fault.At.Line, fault.At.Column));
        }
    }

    [Fact]
    public void does_not_hide_another()
    {
        var text = Planted.In(Income, "type: money", "type: gold").Text.Replace("  days: 15", "  days: soon").Replace("actions: [report]", "actions: [dance]").Replace("version: 1", "verzion: 1");
        Assert.Equal(["'verzion'", "'days'", "'gold'", "'dance'"], Planted.Faults(text).Select(fault => fault.Problem.Split(' ')[0]));
    }

    [Theory, InlineData(""), InlineData("- a list"), InlineData("text"), InlineData("{{{{"), InlineData("\t\0"), InlineData("a: 1\n---\nb: 2"), InlineData("? [a]\n: b"), InlineData("\uFEFF")]
    public void is_all_that_such_a_file_has(string text) => Assert.NotEmpty(Planted.Faults(text));

    [Fact]
    public void is_told_of_a_file_beyond_all_measure()
    {
        Assert.Contains("has 10,000,000 bytes", Assert.Single(Planted.Faults(new('a', 10_000_000))).Problem);
        Assert.Contains("nested more than 16 deep", Assert.Single(Planted.Faults("a: " + new string('[', 900_000))).Problem);
        Assert.Contains("nested more than 16 deep", Assert.Single(Planted.Faults(string.Concat(Enumerable.Repeat("- ", 400_000)))).Problem);
        var longList = Planted.In(Income, "actions: [report]", $"actions: [{string.Join(", ", Enumerable.Repeat("report", 1_200))}]").Text;
        Assert.Contains("this list has more than 1,000 entries", Assert.Single(Planted.Faults(longList)).Problem);
    }

    [Fact]
    public void is_not_told_more_often_than_anybody_reads()
    {
        var faults = Planted.Faults(string.Concat(Enumerable.Range(0, 5_000).Select(number => $"nobody_knows_{number}: 1\n")));
        Assert.Equal(201, faults.Count);
        Assert.Contains(faults, fault => fault.Problem.StartsWith("there are more faults", StringComparison.Ordinal));
    }
}
