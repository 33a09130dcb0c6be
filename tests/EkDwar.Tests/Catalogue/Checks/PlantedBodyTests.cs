namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>A service that bodies of two kinds give: each fault in who has which officers and stages, alone, where the ¦ stands.</summary>
public sealed class A_fault_in_what_depends_on_the_body
{
    const string Trade = "trade-licence.yaml", Served = "  place_kind: [municipal_corporation, municipal_council]", Council = "    - bodies: [municipal_council]\n      names", Corporation = "    - bodies: [municipal_corporation]\n      names";

    [Theory]
    [InlineData(Council, "    - bodies: [¦municipal_counsil]\n      names", "no case of this service is a 'municipal_counsil''s", "write 'municipal_council'")]
    [InlineData(Council, "    - bodies: [¦village]\n      names", "no case of this service is a 'village''s", "write")]
    [InlineData(Council, "    - bodies: [municipal_council, ¦municipal_council]\n      names", "'municipal_council' stands here twice", "once")]
    [InlineData("    bodies: [municipal_council]\n    actions: [report]", "    bodies: [¦nagar_panchayat]\n    actions: [report]", "no case of this service is a 'nagar_panchayat''s", "write")]
    [InlineData(Served, "  place_kind: [municipal_corporation, municipal_council, ¦village]", "none of the places of 'ward' belongs to a 'village'", "ask 'within' a larger place")]
    [InlineData(Served, "  ¦place_kind: [municipal_corporation, municipal_counsil]", "no place is a 'municipal_counsil'", "write 'municipal_council'")]
    [InlineData(Served, "  place_kind: [municipal_corporation, municipal_council, ¦municipal_council]", "'municipal_council' stands here twice", "once")]
    [InlineData("      designated: office_superintendent\n", "      designated: ¦licence_superintendent\n", "there is no stage at which 'licence_superintendent' decides a case of a 'municipal_council'", "write the stage")]
    [InlineData("      second_appellate: district_joint_commissioner", "      second_appellate: ¦governor", "no office of the state has a 'governor'", "add the post")]
    [InlineData("    post: sanitary_inspector\n    bodies: [municipal_council]", "    post: ¦licence_inspector\n    bodies: [municipal_council]", "the office 'baramati_council' has no 'licence_inspector'", "add the post there")]
    [InlineData("    post: office_superintendent\n    bodies: [municipal_council]\n    actions: [grant, refuse, query]", "    post: office_superintendent\n    bodies: [municipal_council]\n    ¦actions: [grant, refuse, query, forward]", "after the last stage there is none to go to", "write the stage that follows")]
    [InlineData("    post: licence_superintendent\n    bodies: [municipal_corporation]\n    actions: [grant, refuse, query]", "    post: licence_superintendent\n    bodies: [municipal_corporation]\n    ¦actions: [query, forward]", "the last stage does not decide", "let it grant and refuse")]
    public void is_found(string right, string wrong, string problem, string mend)
    {
        var planted = Planted.In(Trade, right, wrong);
        var faults = Planted.Faults(planted.Text, Trade);
        Assert.Contains(faults, fault => fault.Problem.Contains(problem, StringComparison.Ordinal) && fault.Mend.Contains(mend, StringComparison.Ordinal) && (fault.At.Line, fault.At.Column) == (planted.Line, planted.Column));
    }

    /// <summary>Whoever is served by a body must have officers there, and of two that both fit nobody knows which.</summary>
    [Theory]
    [InlineData(Council, "    - bodies: [municipal_corporation]\n      names", "a 'municipal_council' has no officers", "bodies: [municipal_council]")]
    [InlineData(Council, "    - bodies: [municipal_council, municipal_corporation]\n      names", "only the last slab has no rule: what follows is never reached", "'bodies' may part them")]
    [InlineData(Corporation, "    - names", "only the last slab has no rule: what follows is never reached", "'bodies' may part them")]
    [InlineData(Council, "    - bodies: [municipal_council]\n      when: in_city\n      names", "the last slab takes what is left", "write one more slab")]
    [InlineData("    post: licence_superintendent\n    bodies: [municipal_corporation]\n", "    post: licence_superintendent\n", "is the last for one kind of body, and not for another", "write it once for each")]
    public void that_leaves_a_body_without_officers_or_with_two_is_found(string right, string wrong, string problem, string mend) =>
        Assert.Contains(Planted.Faults(Planted.In(Trade, right, wrong).Text, Trade), fault => fault.Problem.Contains(problem, StringComparison.Ordinal) && fault.Mend.Contains(mend, StringComparison.Ordinal));

    [Fact]
    public void that_leaves_a_body_without_a_stage_is_found()
    {
        var text = Planted.In(Trade, "    post: licence_clerk\n", "    post: licence_clerk\n    bodies: [municipal_corporation]\n").Text.Replace("    bodies: [municipal_council]\n    actions", "    bodies: [municipal_corporation]\n    actions", StringComparison.Ordinal);
        Assert.Contains(Planted.Faults(text, Trade), fault => fault.Problem == "a case of a 'municipal_council' comes to no stage");
    }

    [Theory]
    [InlineData("    body: municipal_council\n    officer: office_superintendent", "    officer: ¦office_superintendent", "whose case this is decides it", "write 'body:'")]
    [InlineData("    body: municipal_council\n", "    body: ¦municipal_counsil\n", "no case of this service is a 'municipal_counsil''s", "write 'municipal_council'")]
    [InlineData("    first_appellate: chief_officer\n    second_appellate: district_joint_commissioner\n    stages", "    first_appellate: ¦deputy_municipal_commissioner\n    second_appellate: district_joint_commissioner\n    stages", "expects deputy_municipal_commissioner, and got chief_officer", "or the test")]
    [InlineData("    second_appellate: district_joint_commissioner\n    stages", "    second_appellate: ¦municipal_commissioner\n    stages", "expects municipal_commissioner, and got district_joint_commissioner", "or the test")]
    [InlineData("    second_appellate: district_joint_commissioner\n    stages", "    second_appellate: ¦governor\n    stages", "'governor' is not a second appellate authority of this service", "write")]
    [InlineData("    first_appellate: chief_officer\n    second_appellate: district_joint_commissioner\n    stages", "    first_appellate: ¦governor\n    second_appellate: district_joint_commissioner\n    stages", "'governor' is not a first appellate authority of this service", "write")]
    [InlineData("    stages: [scrutiny, inspection_council, decision_council]", "    ¦stages: [scrutiny, inspection, decision]", "expects scrutiny, inspection, decision, and got scrutiny, inspection_council, decision_council", "or the test")]
    public void in_a_test_of_the_file_is_found(string right, string wrong, string problem, string mend)
    {
        var planted = Planted.In(Trade, right, wrong);
        var fault = Assert.Single(Planted.Faults(planted.Text, Trade));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
        Assert.Equal((planted.Line, planted.Column), (fault.At.Line, fault.At.Column));
    }

    [Fact]
    public void is_none_of_a_kind_alone_in_a_list() => Assert.Empty(Planted.Faults(Planted.In("income-certificate.yaml", "  place_kind: taluka", "  place_kind: [taluka]").Text));
}
