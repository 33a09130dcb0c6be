namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>Stages side by side, forms of officers, cases sent back, outcomes by law: each fault alone, where the ¦ stands.</summary>
public sealed class A_fault_in_the_way_of_a_case
{
    const string Programme = "cultural-programme-licence.yaml", Meetings = "meetings-permission.yaml";

    static void IsFound(string file, string right, string wrong, string problem, string mend)
    {
        var planted = Planted.In(file, right, wrong);
        var fault = Assert.Single(Planted.Faults(planted.Text, file));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
        Assert.Equal((planted.Line, planted.Column), (fault.At.Line, fault.At.Column));
    }

    [Theory]
    [InlineData("    actions: [report, query]\n", "    actions: [report, ¦return]\n", "cannot return", "the stage after them")]
    [InlineData("    actions: [report, query]\n", "    actions: [report, ¦refuse]\n", "cannot refuse", "the stage after them")]
    [InlineData("    post: electrical_inspector\n", "    post: ¦police_inspector_licences\n", "acts twice in 'reports'", "make it one stage")]
    [InlineData("    days: 3\n", "    days: ¦8\n", "more days than the limit, which is 7", "a part of the whole")]
    [InlineData("    actions: [forward, query]\n", "    ¦actions: [forward, query, return]\n", "before the first stage there is none", "take 'return' out")]
    [InlineData("    actions: [forward, query]\n", "    actions: [forward, ¦retrun]\n", "'retrun' is not an action", "write 'return'")]
    public void of_a_stage_is_found(string right, string wrong, string problem, string mend) => IsFound(Programme, right, wrong, problem, mend);

    [Theory]
    [InlineData("    visitor_sees: [village, address]\n", "    visitor_sees: [village, ¦adress]\n", "'adress' is not a question of this service", "write 'address'")]
    [InlineData("    visitor_sees: [village, address]\n", "    visitor_sees: [¦income_proof]\n", "'income_proof' is of type 'document', which is the applicant's alone", "take it out")]
    [InlineData("    actions: [grant, refuse, query]\n", "    actions: [grant, refuse, query]\n    ¦visitor_sees: [village]\n", "nobody is sent out at the stage 'decision': no report is given there", "let the stage report")]
    [InlineData("      - id: land_seen\n", "      - ¦id: nothing\n      - id: land_seen\n", "'nothing' says nothing to tick", "as a sentence")]
    [InlineData("      - id: land_seen\n", "      - {id: address_seen, names: {mr: अ, en: A}}\n      - id: land_seen\n", "'address_seen' stands in line", "of its own")]
    [InlineData("    checklist:\n", "    ¦checklist:\n      - {id: a, names: {mr: अ, en: A}}\n      - {id: b, names: {mr: ब, en: B}}\n      - {id: c, names: {mr: क, en: C}}\n      - {id: d, names: {mr: ड, en: D}}\n      - {id: e, names: {mr: इ, en: E}}\n      - {id: f, names: {mr: फ, en: F}}\n", "the list of 'verification' has 9 things to tick", "a long list is ticked unread")]
    public void of_a_visit_or_a_list_is_found(string right, string wrong, string problem, string mend)
    {
        var planted = Planted.In("income-certificate.yaml", right, wrong);
        var fault = Assert.Single(Planted.Faults(planted.Text, "income-certificate.yaml"));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
        if (planted.Line > 0) Assert.Equal((planted.Line, planted.Column), (fault.At.Line, fault.At.Column));
    }

    [Fact]
    public void that_stands_beside_nobody_is_found()
    {
        var faults = Planted.Faults(Planted.In(Programme, "    together: reports\n", "    together: papers\n").Text, Programme);
        Assert.Equal(2, faults.Count(fault => fault.Problem.StartsWith("no other stage stands beside", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("        - id: police_objects\n          type: yes_no\n", "        - id: police_objects\n          type: ¦declaration\n", "an officer is not asked a question of type 'declaration'", "write one of")]
    [InlineData("        - id: people_at_most\n", "        - id: ¦venue\n", "'venue' stands in line", "of its own", 3)]
    [InlineData("          max_rows: 3\n", "          max_rows: ¦11\n", "all rows of a form's table are shown", "how many may be needed")]
    [InlineData("          optional: true\n", "          when: ¦police_objects\n", "'police_objects' is not a question of the applicant, or of a stage before this one", "write", 1)]
    [InlineData("    when: police_objects or", "    when: ¦police_object or", "'police_object' is not a question of this service, or of a stage before this one", "write 'police_objects'", 2)]
    [InlineData("        - id: heard_on\n", "        - id: heard_on\n          ¦prefill: [earlier]\n", "is not filled in for him", "take 'prefill' out")]
    public void of_a_form_is_found(string right, string wrong, string problem, string mend, int faults = 1)
    {
        var planted = Planted.In(Programme, right, wrong);
        var found = Planted.Faults(Planted.Untested(planted.Text), Programme);
        Assert.True(faults >= found.Count && found.Count > 0, string.Join("\n", found));
        Assert.Contains(found, fault => fault.Problem.Contains(problem, StringComparison.Ordinal) && fault.Mend.Contains(mend, StringComparison.Ordinal)
            && (fault.At.Line, planted.Column == 0 ? 0 : fault.At.Column) == (planted.Line, planted.Column));
    }

    [Fact]
    public void of_a_finding_in_the_sentence_of_a_certificate_is_found_where_not_every_case_comes_by()
    {
        Assert.Empty(Planted.Faults(With("{people_at_most}"), Programme));
        Assert.Contains("'heard_on' is not asked of everybody", Planted.Faults(With("{heard_on}"), Programme)[0].Problem);

        static string With(string name) => Planted.In(Programme, "en: Licence is given to {name},", $"en: Licence is given to {{name}}, {name},").Text
            .Replace("यांच्यातर्फे {name} यांना", $"यांच्यातर्फे {{name}} यांना {name}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outcome: ¦grantd, source: example", "'grantd' is no outcome", "write 'granted'")]
    [InlineData("outcome: granted, source: ¦''", "where that law can be read is needed", "'example' where it is none")]
    public void of_an_outcome_by_law_is_found(string wrong, string problem, string mend) =>
        IsFound(Meetings, "fee:\n", $"deemed: {{{wrong}, section: {{mr: अ, en: A, hi: अ, pa: ਅ}}}}\nfee:\n", problem, mend);

    [Fact]
    public void of_a_limit_that_starts_with_an_event_is_found()
    {
        const string starts = "  starts: papers_complete\n", income = "income-certificate.yaml";
        Assert.Equal(["which event starts the limit is needed", "nobody may record the event that starts the limit"],
            Planted.Faults(Planted.In(income, starts, "  starts: event\n").Text).Select(fault => fault.Problem).Order().Reverse());
        Assert.Equal("this event starts nothing", Assert.Single(Planted.Faults(Planted.In(income, starts, starts + "  event: {mr: अहवाल, en: report}\n").Text)).Problem);
    }

    [Theory]
    [InlineData("    stages: [scrutiny, police_report, wiring_report, decision]\n", "    stages: [scrutiny, decision]\n", "expects scrutiny, decision, and got scrutiny, police_report, wiring_report, decision")]
    [InlineData("people_at_most: \"500\"", "people_at_most: many", "it is not accepted")]
    [InlineData("people_at_most: \"500\"", "people_at_mos: \"500\"", "'people_at_mos' is not a question of an officer's form")]
    [InlineData("    stages: [scrutiny, police_report, wiring_report, decision]\n", "    stages: [scrutiny, police]\n", "'police' is not a stage of this service")]
    public void of_a_test_is_found(string right, string wrong, string problem) =>
        Assert.Contains(problem, Assert.Single(Planted.Faults(Planted.In(Programme, right, wrong).Text, Programme)).Problem);
}
